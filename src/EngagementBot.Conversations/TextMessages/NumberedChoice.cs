using System.Globalization;
using EngagementBot.Content;
using EngagementBot.Content.Locales;

namespace EngagementBot.Conversations.TextMessages;

/// <summary>What a resident means by "2", "٢", "#2", "two" or "второй".</summary>
internal sealed class NumberedChoice(ContentLibrary content)
{
    private static readonly char[] Around = [' ', '\n', '.', ',', ')', '(', '#', ':', '!', '。', '、', '）', '（', '،', '\uFE0F', '\u20E3'];

    private readonly Dictionary<string, Dictionary<string, int>> _words = content.Locales.Values.ToDictionary(l => l.Tag, Words);

    /// <param name="isOpen">Anything may be answered, not only what is offered: then "segunda" is Monday, and only a digit chooses.</param>
    /// <returns>The one of <paramref name="offered"/> that is meant; null if none is.</returns>
    public string? Of(string text, Locale locale, IReadOnlyList<string> offered, bool isOpen) =>
        offered.Count > 0 && (Digits(text) ?? (isOpen ? null : Word(text, locale))) is { } number && number >= 1 && number <= offered.Count ? offered[number - 1] : null;

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

    // "Um" is one in Portuguese alone. English is mixed into every language.
    private int? Word(string text, Locale locale)
    {
        var folded = TextAnalytics.Words.Word.Fold(text);
        return _words[locale.Tag].TryGetValue(folded, out var number) || _words[ContentLibrary.ReferenceTag].TryGetValue(folded, out number) ? number : null;
    }

    private static Dictionary<string, int> Words(Locale locale) => locale.Profile.Choices
        .SelectMany((words, i) => words.Select(w => (Word: TextAnalytics.Words.Word.Fold(w), Number: i + 1)))
        .Where(w => w.Word.Length > 0).DistinctBy(w => w.Word).ToDictionary(w => w.Word, w => w.Number);
}
