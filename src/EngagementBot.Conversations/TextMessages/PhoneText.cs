using System.Text.RegularExpressions;
using EngagementBot.Content;

namespace EngagementBot.Conversations.TextMessages;

/// <summary>Words as a phone shows them: without Markdown, in the cheaper alphabet where only typography stands in its way, and in pieces.</summary>
public static partial class PhoneText
{
    /// <summary>In characters: a text is never longer.</summary>
    public const int Longest = 700;

    /// <summary>Segments of the longest text, in either alphabet.</summary>
    public const int MostSegments = 5;

    // Signs of print that no phone keyboard has, and what is meant by them.
    private static readonly Dictionary<char, string> Plainly = new()
    {
        ['’'] = "'", ['‘'] = "'", ['“'] = "\"", ['”'] = "\"", ['«'] = "\"", ['»'] = "\"", ['–'] = "-", ['—'] = "-", ['…'] = "...", ['•'] = "*",
        ['\u00A0'] = " ", ['\u202F'] = " ", ['\u2011'] = "-",
    };

    /// <summary>Of a reply in Markdown.</summary>
    public static string Of(string markdown)
    {
        var plain = Link().Replace(Bold().Replace(markdown.ReplaceLineEndings("\n"), "$1"), "$1 $2");
        plain = BlankLines().Replace(plain, "\n").Trim();
        var typed = string.Concat(plain.Select(c => Plainly.TryGetValue(c, out var other) ? other : c.ToString()));
        return SmsSegments.Of(typed).IsGsm7 ? typed : plain;
    }

    /// <summary>In pieces that a phone takes: cut between paragraphs, sentences or words, in this order of preference.</summary>
    /// <param name="mostGsm7">Segments of the longest piece in GSM-7; in UCS-2 it is always <see cref="MostSegments"/>.</param>
    public static IReadOnlyList<string> Split(string text, int mostGsm7 = MostSegments)
    {
        var pieces = new List<string>();
        var rest = text.Trim();
        while (!Fits(rest, mostGsm7))
        {
            var cut = Cut(rest, mostGsm7);
            pieces.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }
        if (rest.Length > 0)
            pieces.Add(rest);
        return pieces;
    }

    public static bool Fits(string text, int mostGsm7 = MostSegments) =>
        text.Length <= Longest && SmsSegments.Of(text) is var cost && cost.Segments <= (cost.IsGsm7 ? mostGsm7 : MostSegments);

    private static int Cut(string text, int mostGsm7)
    {
        var longest = LongestFit(text, mostGsm7);
        foreach (var end in new[] { Paragraph(), Sentence(), Space() })
        {
            if (end.Matches(text[..longest]).LastOrDefault(m => m.Index + m.Length > longest / 3) is { } place)
                return place.Index + place.Length;
        }
        return longest;
    }

    private static int LongestFit(string text, int mostGsm7)
    {
        var (fits, tooLong) = (1, Math.Min(text.Length, Longest + 1));
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            (fits, tooLong) = Fits(text[..middle], mostGsm7) ? (middle, tooLong) : (fits, middle);
        }
        return char.IsHighSurrogate(text[fits - 1]) ? fits - 1 : fits;
    }

    [GeneratedRegex(@"\*\*(.+?)\*\*", RegexOptions.Singleline)]
    private static partial Regex Bold();

    [GeneratedRegex(@"\[([^\]\n]+)\]\((https?://[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\n\s*\n+")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"\n")]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"[.!?。！？؟।]['""”»)]?\s|[。！？]")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\s")]
    private static partial Regex Space();
}
