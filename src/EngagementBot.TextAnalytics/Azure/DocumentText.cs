using System.Buffers;
using System.Globalization;

namespace EngagementBot.TextAnalytics.Azure;

/// <summary>A text as long as the service takes it.</summary>
internal static class DocumentText
{
    /// <summary>In text elements, as the service counts.</summary>
    public const int Longest = 5120;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?…\n。！？؟।۔");

    /// <returns>The text, or its beginning up to the last end of a sentence that fits; where the second half has none, to the last blank.</returns>
    public static string Cut(string text)
    {
        if (text.Length <= Longest)
            return text;
        var end = 0;
        for (var elements = 0; elements < Longest && end < text.Length; elements++)
            end += StringInfo.GetNextTextElementLength(text, end);
        if (end == text.Length)
            return text;
        var tail = text.AsSpan(end / 2, end - end / 2);
        var sentence = tail.LastIndexOfAny(SentenceEnds);
        var blank = tail.LastIndexOf(' ');
        return text[..(sentence >= 0 ? end / 2 + sentence + 1 : blank >= 0 ? end / 2 + blank : end)];
    }
}
