using System.Collections.Frozen;
using System.Globalization;

namespace EngagementBot.Content.Locales;

/// <summary><c>language.yaml</c>: how people of one language write, ask and complain.</summary>
public sealed partial class LanguageProfile
{
    public required string Tag { get; init; }

    /// <summary>In the language itself: Español.</summary>
    public required string Name { get; init; }

    public required string EnglishName { get; init; }

    public required bool IsRightToLeft { get; init; }

    public required CultureInfo Culture { get; init; }

    /// <summary>Phrases by which a resident asks for this language.</summary>
    public required IReadOnlyList<string> Asked { get; init; }

    /// <summary>By command: menu, help, back, skip, yes, no, leave, erase, change, unknown.</summary>
    public required FrozenDictionary<string, IReadOnlyList<string>> Commands { get; init; }

    /// <summary>Words, alone, that ask for no more messages.</summary>
    public required IReadOnlyList<string> Stop { get; init; }

    /// <summary>More words, alone, that close a phone to our texts. Elsewhere they mean other things, so that nothing is learned from them.</summary>
    public required IReadOnlyList<string> OptOut { get; init; }

    /// <summary>Words, alone, by which somebody who had asked for no more messages wants them again.</summary>
    public required IReadOnlyList<string> Start { get; init; }

    /// <summary>Words by which one chooses the first of a list, the second and so on.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Choices { get; init; }

    /// <summary>Example messages by kind; those of <c>question</c> are in the answers.</summary>
    public required FrozenDictionary<string, IReadOnlyList<string>> Kinds { get; init; }

    /// <summary>Questions about the agency that no topic answers, so that what is near a topic is told from what belongs to it.</summary>
    public required IReadOnlyList<string> Unanswered { get; init; }

    /// <summary>By dialog: phrases that only announce, such as "I want to complain".</summary>
    public required FrozenDictionary<string, IReadOnlyList<string>> Openers { get; init; }

    public required IReadOnlyList<string> Fillers { get; init; }

    public required IReadOnlyList<string> Follow { get; init; }

    /// <summary>Phrases that make a case pressing, by signal: life, self-harm, officers, now, force ...</summary>
    public required FrozenDictionary<string, IReadOnlyList<string>> Signals { get; init; }

    /// <summary>Words by <c>positive</c>, <c>negative</c>, <c>negation</c>, <c>intensifier</c>.</summary>
    public required FrozenDictionary<string, IReadOnlyList<string>> Sentiment { get; init; }

    /// <summary>Words by which one says when something happened: today, yesterday, last-week ...</summary>
    public required FrozenDictionary<string, IReadOnlyList<string>> Dates { get; init; }

    public required IReadOnlyList<string> Places { get; init; }

    public required IReadOnlyList<string> ImmigrationStatus { get; init; }

    /// <summary>Monday, January ... as the culture writes them; very short ones, which are words of their own, are left out.</summary>
    public IReadOnlyList<string> DayAndMonthNames => _dayAndMonthNames ??=
        [.. Culture.DateTimeFormat.DayNames.Concat(Culture.DateTimeFormat.MonthNames).Concat(Culture.DateTimeFormat.MonthGenitiveNames).Distinct().Where(n => n.Length > 3)];

    private IReadOnlyList<string>? _dayAndMonthNames;

    internal string Day(DateOnly day) => day.ToString(DayPattern(Culture.DateTimeFormat.LongDatePattern), Culture);

    // The long pattern without the name of the week's day, the commas or the word around it, and the abbreviation that Russian puts behind
    // the year: with the full stop of the sentence there would be two.
    private static string DayPattern(string pattern)
    {
        var trimmed = BehindYear().Replace(pattern.Replace("dddd", "", StringComparison.Ordinal), "").Trim(' ', ',', '،', '、');
        return trimmed.StartsWith('\'') || trimmed.Length == 0 ? "d MMMM yyyy" : trimmed;
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\s+'[^']*'\.?\s*$")]
    private static partial System.Text.RegularExpressions.Regex BehindYear();
}
