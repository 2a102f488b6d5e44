using EngagementBot.TextAnalytics;

namespace EngagementBot.Conversations;

/// <summary>Compares what residents type with words of the content, without regard to case, accents and punctuation.</summary>
internal static class Wording
{
    /// <summary>The whole message is one of the phrases.</summary>
    public static bool IsOneOf(string text, IEnumerable<string> phrases)
    {
        var plain = PlainText.Of(text);
        return plain.Length > 0 && phrases.Any(p => PlainText.Of(p) == plain);
    }

    public static bool AreSame(string text, string label) => IsOneOf(text, [label]);

    /// <summary>The places in <paramref name="text"/> where one of the phrases stands, at word borders, the longest first where two begin together.</summary>
    public static IReadOnlyList<Range> Find(string text, IEnumerable<string> phrases)
    {
        var words = PlainText.Words(text);
        var wanted = phrases.Select(PlainText.Words).Where(p => p.Count > 0).OrderByDescending(p => p.Count).ToList();
        var found = new List<Range>();
        for (var i = 0; i < words.Count; i++)
        {
            if (wanted.Find(p => Fits(words, i, p)) is not { } phrase)
                continue;
            found.Add(words[i].Start..words[i + phrase.Count - 1].End);
            i += phrase.Count - 1;
        }
        return found;
    }

    public static bool Contains(string text, IEnumerable<string> phrases) => Find(text, phrases).Count > 0;

    /// <summary>The text with these places replaced.</summary>
    public static string Replace(string text, IReadOnlyList<Range> places, string by)
    {
        for (var i = places.Count - 1; i >= 0; i--)
            text = string.Concat(text.AsSpan(0, places[i].Start.Value), by, text.AsSpan(places[i].End.Value));
        return text;
    }

    private static bool Fits(IReadOnlyList<PlainWord> words, int at, IReadOnlyList<PlainWord> phrase)
    {
        if (at + phrase.Count > words.Count)
            return false;
        for (var i = 0; i < phrase.Count; i++)
        {
            if (words[at + i].Text != phrase[i].Text)
                return false;
        }
        return true;
    }
}
