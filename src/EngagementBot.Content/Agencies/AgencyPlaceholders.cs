using System.Globalization;
using EngagementBot.Content.Answers;
using EngagementBot.Content.Locales;

namespace EngagementBot.Content.Agencies;

/// <summary>Puts the agency's facts into a text: <c>{agency.phone}</c>, or what <c>not-given.phone</c> says instead.</summary>
internal sealed class AgencyPlaceholders(Agency agency, LanguageProfile language, Func<string, string> text)
{
    public const string Prefix = "agency.";

    public static readonly IReadOnlySet<string> Known =
        Agency.Fields.Concat(["signed", "models", "retention-years"]).Select(f => Prefix + f).ToHashSet();

    /// <summary>The texts that may stand for a fact.</summary>
    public static readonly IReadOnlyList<string> Keys =
        [.. Agency.Fields.Concat(["signed", "models"]).Select(f => $"not-given.{f}"), .. Block.Models.Select(m => $"model.{m}")];

    public string Fill(Template template) => template.Render(Value);

    private string? Value(string placeholder)
    {
        if (!Known.Contains(placeholder))
            return null;
        var field = placeholder[Prefix.Length..];
        var value = field switch
        {
            "signed" => agency.Signed is { } day ? language.Day(day) : null,
            "retention-years" => agency.RetentionYears.ToString(CultureInfo.InvariantCulture),
            "models" => agency.Models.Count == 0 ? null : Models(),
            _ => agency.Text(field, language.Tag),
        };
        if (value is null)
            return text($"not-given.{field}");
        // What was given in this language runs with it.
        return language.IsRightToLeft && !agency.HasText(field, language.Tag) ? Direction.Isolate(value) : value;
    }

    private string Models()
    {
        var names = agency.Models.Select(m => text($"model.{m}")).ToList();
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} {text(Phrase.ListAnd)} {names[^1]}";
    }
}
