using System.Globalization;
using EngagementBot.Content;
using EngagementBot.Content.Locales;

namespace EngagementBot.Conversations.TextMessages;

/// <summary>What a resident means by "2", "٢", "#2", "two" or "второй".</summary>
internal sealed class NumberedChoice(ContentLibrary content)
{
    private static readonly char[] Around = [' ', '\n', '.', ',', ')', '(', '#', ':', '!', '。', '、', '）', '（', '،', '\uFE0F', '\u20E3'];

    // "Um" is one in Portuguese, and nothing in English.
    private const int ShortestElsewhere = 3;

    private readonly Dictionary<string, Dictionary<string, int>> _words = content.Locales.Values.ToDictionary(l => l.Tag, Words);

    /// <param name="words">Whose words count beside digits.</param>
    /// <returns>The one of <paramref name="offered"/> that is meant; null if none is.</returns>
    public string? Of(string text, Locale locale, IReadOnlyList<string> offered, ChoiceWords words) =>
        offered.Count > 0 && (Digits(text) ?? Word(text, locale, words)) is { } number && number >= 1 && number <= offered.Count ? offered[number - 1] : null;

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

    private int? Word(string text, Locale locale, ChoiceWords words)
    {
        var folded = TextAnalytics.Words.Word.Fold(text);
        if (words == ChoiceWords.None)
            return null;
        if (_words[locale.Tag].TryGetValue(folded, out var number) || _words[ContentLibrary.ReferenceTag].TryGetValue(folded, out number))
            return number;
        return words == ChoiceWords.OfAnyLanguage && folded.Length >= ShortestElsewhere
            ? _words.Values.Select(w => w.TryGetValue(folded, out var other) ? other : (int?)null).FirstOrDefault(n => n is not null) : null;
    }

    private static Dictionary<string, int> Words(Locale locale) => locale.Profile.Choices
        .SelectMany((words, i) => words.Select(w => (Word: TextAnalytics.Words.Word.Fold(w), Number: i + 1)))
        .Where(w => w.Word.Length > 0).DistinctBy(w => w.Word).ToDictionary(w => w.Word, w => w.Number);
}

internal enum ChoiceWords
{
    /// <summary>Anything may be answered, not only what is offered: "segunda" is Monday then, and only a digit chooses.</summary>
    None,

    /// <summary>Of the conversation's language, and English, which is mixed into every one.</summary>
    OfThisLanguage,

    OfAnyLanguage,
}
