using System.Globalization;
using EngagementBot.Conversations.Turns;

namespace EngagementBot.Conversations.TextMessages;

/// <summary>Gives replies the form of text messages: what can be chosen stands as numbers below the last one, or as a text of its own
/// where both together are too long. Questions that do not fit are left out, words and links never.</summary>
internal static class TextReplies
{
    private const int MostSegmentsGsm7 = 2;
    private const string SampleReceipt = "0000000000000000";

    /// <param name="mayDrop">True for a suggestion that can be left out.</param>
    /// <returns>Each of them plain text; the last one carries what its numbers stand for.</returns>
    public static IReadOnlyList<Reply> Of(IReadOnlyList<Reply> replies, Func<string, bool> mayDrop)
    {
        var offered = replies.LastOrDefault(r => r.Suggestions.Count > 0)?.Suggestions ?? [];
        var shaped = new List<Reply>();
        for (var i = 0; i < replies.Count; i++)
        {
            var plain = replies[i] with { Text = PhoneText.Of(replies[i].Text), Suggestions = i == replies.Count - 1 ? offered : [] };
            shaped.AddRange(WithMenu(plain, mayDrop));
        }
        return shaped;
    }

    private static IEnumerable<Reply> WithMenu(Reply reply, Func<string, bool> mayDrop)
    {
        var whole = Join(reply.Text, reply.Link, Menu(reply.Suggestions));
        if (Fits(whole))
            return [reply with { Text = whole, Link = null }];
        // A receipt stands in the first of the two.
        var withLink = Join(reply.Text, reply.Link);
        var first = reply.Link is null || Fits(withLink) ? withLink : reply.Text;
        var head = first == withLink ? null : reply.Link;
        var menu = Shortened(head, reply.Suggestions, mayDrop);
        var text = Join(head, Menu(menu));
        // An agency's facts may make an answer longer than it was written.
        var words = reply.Link is null ? [first] : PhoneText.Split(first, MostSegmentsGsm7);
        var replies = words.Select(w => reply with { Text = w, Link = null, Suggestions = [] });
        return text.Length == 0 ? replies : replies.Append(new Reply(text, reply.Language, menu));
    }

    // The last question goes first: the nearest stand in front.
    private static List<string> Shortened(string? head, IReadOnlyList<string> suggestions, Func<string, bool> mayDrop)
    {
        var kept = suggestions.ToList();
        while (!Fits(Join(head, Menu(kept))) && kept.FindLastIndex(s => mayDrop(s)) is >= 0 and var last)
            kept.RemoveAt(last);
        return kept;
    }

    private static string Menu(IReadOnlyList<string> suggestions) =>
        string.Join('\n', suggestions.Select((s, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1} {PhoneText.Of(s)}")));

    private static string Join(params ReadOnlySpan<string?> parts)
    {
        var joined = "";
        foreach (var part in parts)
            joined = string.IsNullOrEmpty(part) ? joined : joined.Length == 0 ? part : $"{joined}\n{part}";
        return joined;
    }

    private static bool Fits(string text) => PhoneText.Fits(ReceiptMark.Fill(text, SampleReceipt), MostSegmentsGsm7);
}
