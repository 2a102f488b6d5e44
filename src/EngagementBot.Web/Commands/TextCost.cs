using System.Globalization;
using EngagementBot.Content;
using EngagementBot.Content.Locales;
using EngagementBot.Conversations.TextMessages;

namespace EngagementBot.Web.Commands;

/// <summary>What one text costs as text message, with the agency's facts in it.</summary>
/// <param name="Text">The key in strings.json, the answer's topic, or the ready reply's id.</param>
/// <param name="Alphabet">GSM-7 or UCS-2.</param>
/// <param name="Because">The first character that is not in GSM-7; null if all are.</param>
internal sealed record TextCost(string Language, string Text, string Alphabet, int Characters, int Segments, string? Because)
{
    // What only pages show is never texted.
    private static readonly string[] OnPages = ["page.", "answers.", "not-found.", "group."];

    public static IReadOnlyList<TextCost> Of(ContentLibrary content) => [.. content.Locales.Values.SelectMany(Of)];

    /// <summary>A line for each, then how each language fares.</summary>
    public static void Print(IReadOnlyList<TextCost> costs)
    {
        foreach (var cost in costs)
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{cost.Language,-8} {cost.Text,-32} {cost.Alphabet}  {cost.Characters,4} characters  {cost.Segments,2} segments{(cost.Because is null ? "" : $"  because of \"{cost.Because}\" ({Names(cost.Because)})")}"));
        foreach (var language in costs.GroupBy(c => c.Language))
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{language.Key}: {language.Count(c => c.Because is null)} of {language.Count()} texts in GSM-7, {language.Average(c => c.Segments):0.0} segments on average, {language.Max(c => c.Segments)} at most"));
    }

    private static IEnumerable<TextCost> Of(Locale locale) => locale.SayAll("").Where(t => !OnPages.Any(p => t.Key.StartsWith(p, StringComparison.Ordinal))).OrderBy(t => t.Key, StringComparer.Ordinal)
        .Select(t => Of(locale, t.Key, t.Text))
        .Concat(locale.Answers.Values.OrderBy(a => a.Topic, StringComparer.Ordinal).Select(a => Of(locale, $"answer {a.Topic}", a.Short)))
        .Concat(locale.Replies.Select(r => Of(locale, $"reply {r.Id}", r.Text)));

    private static TextCost Of(Locale locale, string name, string text)
    {
        var plain = PhoneText.Of(text);
        var cost = SmsSegments.Of(plain);
        var segments = PhoneText.Split(plain).Sum(p => SmsSegments.Of(p).Segments);
        return new TextCost(locale.Tag, name, cost.IsGsm7 ? "GSM-7" : "UCS-2", cost.Characters, segments, cost.Culprit);
    }

    private static string Names(string character) => string.Join(' ', character.EnumerateRunes().Select(r => $"U+{r.Value:X4}"));
}
