using System.Runtime.CompilerServices;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations;

/// <summary>Compares what residents type with words of the content, without regard to case, accents and punctuation.</summary>
internal static class Wording
{
    // The content's lists and texts never change, so that each is prepared once.
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, Phrases> Prepared = [];
    private static readonly ConditionalWeakTable<string, string> Folded = [];

    /// <summary>The whole message is one of the phrases.</summary>
    /// <param name="folded">As in <see cref="Turns.Incoming.Folded"/>.</param>
    public static bool IsOneOf(string folded, IReadOnlyList<string> phrases) => Of(phrases).Whole.Contains(folded);

    /// <param name="folded">As in <see cref="Turns.Incoming.Folded"/>.</param>
    public static bool AreSame(string folded, string label) => folded.Length > 0 && folded == Folded.GetValue(label, Word.Fold);

    /// <summary>The places in <paramref name="text"/> where one of the phrases stands, at word borders, from left to right.</summary>
    public static IReadOnlyList<Range> Find(string text, IReadOnlyList<string> phrases)
    {
        var words = Word.Read(text);
        var found = new List<Range>();
        var next = 0;
        foreach (var match in Of(phrases).Book.Find(words).OrderBy(m => m.First).ThenByDescending(m => m.Last))
        {
            if (match.First < next)
                continue;
            found.Add(words[match.First].Start..words[match.Last].End);
            next = match.Last + 1;
        }
        return found;
    }

    /// <summary>The text with every such place replaced.</summary>
    public static string Replace(string text, IReadOnlyList<string> phrases, string by)
    {
        var places = Find(text, phrases);
        for (var i = places.Count - 1; i >= 0; i--)
            text = string.Concat(text.AsSpan(0, places[i].Start.Value), by, text.AsSpan(places[i].End.Value));
        return text;
    }

    private static Phrases Of(IReadOnlyList<string> phrases) => Prepared.GetValue(phrases, p => new Phrases(p));

    private sealed class Phrases
    {
        public Phrases(IReadOnlyList<string> phrases)
        {
            Whole = phrases.Select(Word.Fold).Where(p => p.Length > 0).ToHashSet();
            foreach (var phrase in phrases)
                Book.Add(phrase, true);
        }

        public HashSet<string> Whole { get; }

        public PhraseBook<bool> Book { get; } = new();
    }
}
