namespace EngagementBot.TextAnalytics.Numbers;

/// <summary>Latin letters that are part of a number: "A# 204 399 112", "EAC2190012345", "123AA4567", "P1234567A".</summary>
internal readonly struct GluedLetters
{
    private const int MostBefore = 5;
    private const int MostAfter = 2;
    private const int MostMarks = 3;
    private const char FirstWithoutSpaces = '\u2E80';

    public GluedLetters(string text, IReadOnlyList<DigitGroup> groups)
    {
        Start = groups[0].Start;
        End = groups[^1].End;
        Before = "";
        for (var at = 1; at < groups.Count && !Inside; at++)
            Inside = groups[at].Start > groups[at - 1].End && IsLatin(text[groups[at - 1].End]);
        var marks = MarksBefore(text, Start);
        var first = marks;
        while (first > 0 && marks - first <= MostBefore && IsLatin(text[first - 1]))
            first--;
        if (Belongs(text, first, marks, Start))
            (Before, Start) = (Plain(text[first..marks]), first);
        var last = End;
        while (last < text.Length && last - End <= MostAfter && IsLatin(text[last]))
            last++;
        if (last - End <= MostAfter && (last == text.Length || !GoesOn(text[last])))
            End = last;
    }

    public int Start { get; }

    public int End { get; }

    /// <summary>In capitals, without the marks between them and the digits.</summary>
    public string Before { get; }

    public bool Inside { get; }

    public bool Any => Before.Length > 0 || Inside;

    private static int MarksBefore(string text, int start)
    {
        var at = start;
        while (at > 0 && start - at < MostMarks && (DigitGroup.IsSeparator(text[at - 1]) || text[at - 1] is '#' or ':' or '№' or '\uFF1A'))
            at--;
        return at;
    }

    // "paid a 2043991" holds an article; "at 2043991" a word.
    private static bool Belongs(string text, int first, int end, int start)
    {
        if (first == end || end - first > MostBefore || (first > 0 && GoesOn(text[first - 1])))
            return false;
        if (end == start)
            return true;
        var isParted = text.AsSpan(end, start - end).ContainsAnyExcept("-#:№");
        return end - first == 1 && (!isParted || char.IsUpper(text[first]) || text[end] is '#' or ':');
    }

    // Chinese and Korean set no space between a word and a number.
    private static bool GoesOn(char letter) => char.IsLetterOrDigit(letter) && letter < FirstWithoutSpaces;

    // A Russian or full-width keyboard has an A of its own.
    private static bool IsLatin(char letter) => char.IsAsciiLetter(letter) || letter is 'А' or 'а' or (>= '\uFF21' and <= '\uFF3A');

    private static string Plain(string letters) => letters.ToUpperInvariant() is "А" or "Ａ" ? "A" : letters.ToUpperInvariant();
}
