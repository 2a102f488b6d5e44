using System.Text.RegularExpressions;
using EngagementBot.Content.Locales;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>Finds in the resident's own words what a dialog would otherwise ask: what happened, when and where.</summary>
internal static partial class SaidAlready
{
    // Less than this beside "I want to complain" tells nothing yet.
    private const int FewestLetters = 20;
    private const int FewestWords = 3;
    private const int ShortestWord = 3;

    // "Police hit my brother" is nine Chinese signs, each a word or half of one.
    private const int FewestIdeographs = 7;

    /// <returns>The dialog that the message begins by announcing ("I want to complain"), in two words or more; else null.</returns>
    public static string? Announced(string text, Locale locale)
    {
        var words = Wording.Replace(text, locale.Profile.Fillers, " ").TrimStart([.. " \n,.;:!?¡¿-，。、！？：；،؛"]);
        foreach (var (dialog, openers) in locale.Profile.Openers)
        {
            if (Wording.Find(words, openers) is [var first, ..] && first.Start.Value == 0 && Word.Read(words[first]).Count > 1)
                return dialog;
        }
        return null;
    }

    /// <returns>The message, if it says more than that the resident wants to complain; else null.</returns>
    public static string? What(string text, IEnumerable<Locale> locales, string dialog)
    {
        foreach (var profile in locales.Select(l => l.Profile))
        {
            var rest = Wording.Replace(text, profile.Fillers, " ");
            if (profile.Openers.TryGetValue(dialog, out var openers))
                rest = Wording.Replace(rest, openers, " ");
            if (rest.Count(char.IsLetter) < FewestLetters && Word.Read(rest).Count(w => w.Text.Length >= ShortestWord) < FewestWords && rest.Count(IsIdeograph) < FewestIdeographs)
                return null;
        }
        return text;
    }

    /// <returns>The day that "today" or "yesterday" means, as people of the language write it; null where the words name none.</returns>
    public static string? Day(string text, Locale locale, DateOnly today)
    {
        foreach (var (key, phrases) in locale.Profile.Dates)
        {
            if (DaysAgo(key) is { } days && Wording.Find(text, phrases).Count > 0)
                return locale.Day(today.AddDays(-days));
        }
        return null;
    }

    /// <returns>The words of time, with the day where it is certain: "ayer (21 de noviembre de 2026)"; else null.</returns>
    public static string? When(string text, Locale locale, DateOnly today)
    {
        foreach (var (key, phrases) in locale.Profile.Dates)
        {
            if (Wording.Find(text, phrases) is not [var place, ..])
                continue;
            var words = text[place];
            return DaysAgo(key) is { } days ? $"{words} ({locale.Day(today.AddDays(-days))})" : words;
        }
        return Date().Match(text) is { Success: true } date ? date.Value : Weekday(text, locale);
    }

    /// <summary>A street or a named place: a word of the language's places beside a number or a name in capitals.</summary>
    public static string? Where(string text, Locale locale)
    {
        foreach (var place in Wording.Find(text, locale.Profile.Places))
        {
            var around = Around(text, place);
            if (around.Any(w => char.IsDigit(text[w.Start])) || around.Any(w => char.IsUpper(text[w.Start]) && w.Start > 0))
                return text[around[0].Start..around[^1].End];
        }
        return null;
    }

    // Two words before it ("in the", "en la") and three behind it.
    private static List<Word> Around(string text, Range place)
    {
        var words = Word.Read(text).ToList();
        var first = Math.Max(0, words.FindIndex(w => w.Start >= place.Start.Value) - 2);
        var last = words.FindLastIndex(w => w.End <= place.End.Value) + 3;
        return words[first..Math.Min(words.Count, last + 1)];
    }

    private static int? DaysAgo(string key) => key switch
    {
        "now" or "today" => 0,
        "yesterday" or "last-night" => 1,
        "day-before-yesterday" => 2,
        _ => null,
    };

    private static bool IsIdeograph(char letter) => letter is >= '\u3400' and <= '\u9FFF';

    private static string? Weekday(string text, Locale locale)
    {
        return Wording.Find(text, locale.Profile.DayAndMonthNames) is [var place, ..] ? text[place] : null;
    }

    [GeneratedRegex(@"\b\d{1,2}[/.\-]\d{1,2}([/.\-]\d{2,4})?\b|\b20\d\d-\d{2}-\d{2}\b")]
    private static partial Regex Date();
}
