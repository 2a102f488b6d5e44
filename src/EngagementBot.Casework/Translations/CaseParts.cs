using System.Globalization;
using EngagementBot.Casework.Cases;

namespace EngagementBot.Casework.Translations;

/// <summary>The pieces of a case that are in the resident's own words. None of them ever changes, except where the resident takes words back.</summary>
public static class CaseParts
{
    public const string Story = "story";

    /// <summary>What is kept in place of a translation where the machine has none for a part, so that it is not asked again.</summary>
    public const string Untranslatable = "";

    /// <summary>What a step of the dialog was answered: where, when.</summary>
    public static string Answer(string step) => $"answer {step}";

    /// <summary>What the resident wrote later.</summary>
    public static string Addition(CaseEvent written) => $"event {written.Sequence.ToString(CultureInfo.InvariantCulture)}";

    /// <returns>Those that have words, by part.</returns>
    public static IReadOnlyDictionary<string, string> InWordsOfResident(CaseFile file) =>
        file.Case.Answers.Select(a => (Part: Answer(a.Key), Text: a.Value))
            .Prepend((Part: Story, file.Case.Text))
            .Concat(file.Events.Where(e => e.Type == CaseEventType.ResidentWrote).Select(e => (Part: Addition(e), Text: e.Text ?? "")))
            .Where(p => p.Text.Any(char.IsLetter))
            .ToDictionary(p => p.Part, p => p.Text);
}
