using System.Globalization;
using System.Text;

namespace EngagementBot.TextAnalytics;

/// <summary>Words without case, accents, marks and punctuation, so that what is typed on a phone meets what is written in the content.</summary>
public static class PlainText
{
    /// <summary>The plain words, with one space between them.</summary>
    public static string Of(string text) => string.Join(' ', Words(text).Select(w => w.Text));

    public static IReadOnlyList<PlainWord> Words(string text)
    {
        var words = new List<PlainWord>();
        var word = new StringBuilder();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsPartOfWord(text[i]))
            {
                start = word.Length == 0 && start < 0 ? i : start;
                AppendPlain(word, text[i]);
            }
            else if (start >= 0)
            {
                if (word.Length > 0)
                    words.Add(new PlainWord(word.ToString(), start, i));
                word.Clear();
                start = -1;
            }
        }
        return words;
    }

    private static bool IsPartOfWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static void AppendPlain(StringBuilder word, char c)
    {
        if (c < 128)
            word.Append(char.ToLowerInvariant(c));
        else if (char.IsSurrogate(c))
            word.Append(c);
        else
            AppendDecomposed(word, c);
    }

    private static void AppendDecomposed(StringBuilder word, char c)
    {
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                word.Append(char.ToLowerInvariant(part));
        }
    }
}

/// <param name="Start">Where it begins in the text; <paramref name="End"/> is behind its last character.</param>
public sealed record PlainWord(string Text, int Start, int End);
