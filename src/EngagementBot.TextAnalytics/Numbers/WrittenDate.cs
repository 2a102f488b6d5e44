using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.TextAnalytics.Numbers;

/// <summary>A whole date in a text, in digits or with the name of its month, in the order of any country.</summary>
internal readonly record struct WrittenDate(int Start, int End, int LastGroup)
{
    private const int LongestJoint = 20;
    private const int MostWords = 4;

    /// <summary>The date that begins with the group at <paramref name="first"/>; null if there is none.</summary>
    public static WrittenDate? Read(string text, List<DigitGroup> groups, int first)
    {
        var one = groups[first];
        if (one.Digits.Length is 6 or 8)
            return IsRunTogether(one.Digits) ? new WrittenDate(one.Start, one.End, first) : null;
        var joint = JointAfter(text, groups, first);
        if (joint == Joint.None)
            return null;
        var two = groups[first + 1];
        if (joint == Joint.Marks && JointAfter(text, groups, first + 1) != Joint.None && IsDate(one, two, groups[first + 2]))
            return new WrittenDate(one.Start, WithUnit(text, groups[first + 2].End), first + 2);
        var start = MonthBefore(text, one.Start);
        return (joint == Joint.Month || start < one.Start) && IsDayAndYear(one, two) ? new WrittenDate(start, two.End, first + 1) : null;
    }

    /// <summary>Day, month and year in one of their orders.</summary>
    public static bool IsDate(DigitGroup a, DigitGroup b, DigitGroup c) =>
        IsYearFirst(a, b, c) || (c.Digits.Length is 2 or 4 && (c.Digits.Length == 2 || IsYear(c)) && AreDayAndMonth(a, b));

    private static bool IsYearFirst(DigitGroup a, DigitGroup b, DigitGroup c) =>
        a.Digits.Length is 2 or 4 && (a.Digits.Length == 2 || IsYear(a)) && AreDayAndMonth(b, c);

    private static bool AreDayAndMonth(DigitGroup a, DigitGroup b) =>
        a.Digits.Length <= 2 && b.Digits.Length <= 2 && a.Value is >= 1 and <= 31 && b.Value is >= 1 and <= 31 && Math.Min(a.Value, b.Value) <= 12;

    private static bool IsDayAndYear(DigitGroup a, DigitGroup b) =>
        (a is { Digits.Length: <= 2, Value: >= 1 and <= 31 } && (b.Digits.Length == 2 || IsYear(b))) || (IsYear(a) && b is { Digits.Length: <= 2, Value: >= 1 and <= 31 });

    // The years of the Persian, the Muslim and the Buddhist calendar among them.
    private static bool IsYear(DigitGroup group) => group is { Digits.Length: 4, Value: >= 1300 and <= 2599 };

    private static bool IsRunTogether(string digits)
    {
        DigitGroup Part(int from, int length) => new(digits.Substring(from, length), 0, 0);
        return digits.Length == 6
            ? IsDate(Part(0, 2), Part(2, 2), Part(4, 2))
            : IsDate(Part(0, 4), Part(4, 2), Part(6, 2)) || IsDate(Part(0, 2), Part(2, 2), Part(4, 4));
    }

    private static Joint JointAfter(string text, List<DigitGroup> groups, int at)
    {
        if (at + 1 >= groups.Count || groups[at + 1].Start - groups[at].End > LongestJoint)
            return Joint.None;
        var words = Word.Read(text[groups[at].End..groups[at + 1].Start]);
        if (words.Count > MostWords || !words.All(w => NumberWords.Known.StandsInDate(w.Text)))
            return Joint.None;
        return words.Any(w => NumberWords.Known.IsMonth(w.Text)) ? Joint.Month : Joint.Marks;
    }

    private static int MonthBefore(string text, int start)
    {
        var from = Math.Max(0, start - LongestJoint);
        var words = Word.Read(text[from..start]);
        return words.Count > 0 && NumberWords.Known.IsMonth(words[^1].Text) ? from + words[^1].Start : start;
    }

    // The last sign of 1987年3月4日; the word after it is not parted by a space.
    private static int WithUnit(string text, int end) =>
        end < text.Length && text[end] > '\u2E80' && NumberWords.Known.StandsInDate(text[end].ToString()) ? end + 1 : end;

    private enum Joint
    {
        None,
        Marks,
        Month,
    }
}
