using System.Globalization;
using EngagementBot.Content;
using EngagementBot.Content.Locales;

namespace EngagementBot.Conversations.TextMessages;

/// <summary>What a resident means by "2", "٢", "#2", "two" or "второй".</summary>
internal sealed class NumberedChoice(ContentLibrary content)
{
    private static readonly char[] Around = [' ', '\n', '.', ',', ')', '(', '#', ':', '!', '。', '、', '）', '（', '،', '\uFE0F', '\u20E3'];

    private readonly Dictionary<string, Dictionary<string, int>> _words = content.Locales.Values.ToDictionary(l => l.Tag, Words);

    /// <returns>The one of <paramref name="offered"/> that is meant; null if none is.</returns>
    public string? Of(string text, Locale locale, IReadOnlyList<string> offered) =>
        offered.Count > 0 && (Digits(text) ?? Word(text, locale)) is { } number && number >= 1 && number <= offered.Count ? offered[number - 1] : null;

    private static int? Digits(string text)
    {
        var number = 0;
        var digits = text.Trim(Around);
        if (digits.Length is 0 or > 2)
            return null;
        foreach (var digit in digits)
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(digit) is not (>= 0 and var value))
                return null;
            number = (number * 10) + value;
        }
        return number;
    }

    // The language of the conversation first: "de" is two in Haitian Creole alone.
    private int? Word(string text, Locale locale)
    {
        var folded = TextAnalytics.Words.Word.Fold(text);
        if (_words[locale.Tag].TryGetValue(folded, out var number))
            return number;
        return _words.Values.Select(w => w.TryGetValue(folded, out var other) ? other : (int?)null).FirstOrDefault(n => n is not null);
    }

    private static Dictionary<string, int> Words(Locale locale) => locale.Profile.Choices
        .SelectMany((words, i) => words.Select(w => (Word: TextAnalytics.Words.Word.Fold(w), Number: i + 1)))
        .Where(w => w.Word.Length > 0).DistinctBy(w => w.Word).ToDictionary(w => w.Word, w => w.Number);
}
