using System.Buffers;
using System.Globalization;

namespace EngagementBot.TextAnalytics.Numbers;

/// <summary>Digits that stand next to each other, with the place of each group in the text.</summary>
/// <param name="Digits">In ASCII, whatever the script.</param>
internal readonly record struct DigitGroup(string Digits, int Start, int End)
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(" -.()\u2010\u2011\u2013\u00A0");

    /// <summary>Runs of groups that are only parted by single separators: 204 399-112.</summary>
    public static IEnumerable<List<DigitGroup>> Runs(string text)
    {
        var run = new List<DigitGroup>();
        foreach (var group in All(text))
        {
            if (run.Count > 0 && !IsSeparator(text.AsSpan(run[^1].End, group.Start - run[^1].End)))
            {
                yield return run;
                run = [];
            }
            run.Add(group);
        }
        if (run.Count > 0)
            yield return run;
    }

    private static IEnumerable<DigitGroup> All(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && char.IsDigit(text[at]))
                at++;
            if (at > start)
                yield return new DigitGroup(Ascii(text.AsSpan(start, at - start)), start, at);
        }
    }

    private static string Ascii(ReadOnlySpan<char> digits)
    {
        var ascii = new char[digits.Length];
        for (var at = 0; at < digits.Length; at++)
            ascii[at] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(digits[at]));
        return new string(ascii);
    }

    private static bool IsSeparator(ReadOnlySpan<char> between) =>
        between.Length <= 3 && !between.ContainsAnyExcept(Separators);
}
