using System.Globalization;

namespace EngagementBot.TextAnalytics.Numbers;

/// <summary>Digits that stand next to each other, with the place of each group in the text.</summary>
/// <param name="Digits">In ASCII, whatever the script.</param>
internal readonly record struct DigitGroup(string Digits, int Start, int End)
{
    // 123AA4567, DOEJO12AB34
    private const int MostLettersInside = 4;
    private const int MostSeparators = 3;

    public int Value => Digits.Length <= 4 ? int.Parse(Digits, CultureInfo.InvariantCulture) : int.MaxValue;

    public static List<DigitGroup> All(string text)
    {
        var groups = new List<DigitGroup>();
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && char.IsDigit(text[at]))
                at++;
            if (at > start)
                groups.Add(new DigitGroup(Ascii(text.AsSpan(start, at - start)), start, at));
        }
        return groups;
    }

    /// <summary>Runs of groups that are only parted by separators or a few letters: 204 399-112.</summary>
    public static IEnumerable<List<DigitGroup>> Runs(string text, IEnumerable<DigitGroup> groups)
    {
        var run = new List<DigitGroup>();
        foreach (var group in groups)
        {
            if (run.Count > 0 && !Joins(text.AsSpan(run[^1].End, group.Start - run[^1].End)))
            {
                yield return run;
                run = [];
            }
            run.Add(group);
        }
        if (run.Count > 0)
            yield return run;
    }

    /// <summary>Spaces, dashes, dots and brackets of every keyboard, and the marks of direction between them that nobody sees.</summary>
    public static bool IsSeparator(char letter) => letter switch
    {
        ' ' or '-' or '.' or '(' or ')' or '\u00A0' or '\u3000' or '\uFF0D' or '\uFF08' or '\uFF09' or '\u2212' => true,
        _ => char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.DashPunctuation or UnicodeCategory.SpaceSeparator,
    };

    private static bool Joins(ReadOnlySpan<char> between)
    {
        if (between.Length > MostLettersInside)
            return false;
        var separators = 0;
        foreach (var letter in between)
            separators += IsSeparator(letter) ? 1 : 0;
        return separators == between.Length ? separators <= MostSeparators : separators == 0 && between.IndexOfAnyExceptInRange('A', 'z') < 0 && char.IsAsciiLetter(between[0]);
    }

    private static string Ascii(ReadOnlySpan<char> digits)
    {
        var ascii = new char[digits.Length];
        for (var at = 0; at < digits.Length; at++)
            ascii[at] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(digits[at]));
        return new string(ascii);
    }
}
