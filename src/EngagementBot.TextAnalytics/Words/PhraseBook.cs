namespace EngagementBot.TextAnalytics.Words;

/// <summary>Finds many phrases in one pass over the words of a message. A word that ends in * may go on.</summary>
public sealed class PhraseBook<T>
{
    private readonly Node _root = new();

    public void Add(string phrase, T value)
    {
        var node = _root;
        var words = 0;
        foreach (var part in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var goesOn = part.EndsWith('*');
            foreach (var word in Word.Read(part))
            {
                node = node.Next(Clitics.WithoutArticle(word.Text), goesOn && word.End >= part.Length - 1);
                words++;
            }
        }
        if (words > 0)
            node.Add(value);
    }

    /// <summary>All matches, by first word; of matches of one value that begin at one word only the longest.</summary>
    public List<PhraseMatch<T>> Find(IReadOnlyList<Word> words)
    {
        var forms = new IReadOnlyList<string>[words.Count];
        for (var at = 0; at < forms.Length; at++)
            forms[at] = Clitics.Forms(words[at].Text);
        var matches = new List<PhraseMatch<T>>();
        for (var first = 0; first < forms.Length; first++)
            Walk(_root, forms, first, first, matches);
        return matches;
    }

    private static void Walk(Node node, IReadOnlyList<string>[] forms, int first, int at, List<PhraseMatch<T>> matches)
    {
        if (at == forms.Length)
            return;
        foreach (var form in forms[at])
        {
            Node? next = null;
            if (node.Words?.TryGetValue(form, out next) == true)
                Reach(next!, forms, first, at, matches);
            if (node.Beginnings is null)
                continue;
            var beginnings = node.Beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var length = Math.Min(form.Length, node.LongestBeginning); length > 0; length--)
            {
                if (beginnings.TryGetValue(form.AsSpan(0, length), out next))
                    Reach(next, forms, first, at, matches);
            }
        }
    }

    private static void Reach(Node node, IReadOnlyList<string>[] forms, int first, int at, List<PhraseMatch<T>> matches)
    {
        foreach (var value in node.Values ?? [])
        {
            matches.RemoveAll(m => m.First == first && EqualityComparer<T>.Default.Equals(m.Value, value));
            matches.Add(new PhraseMatch<T>(value, first, at));
        }
        Walk(node, forms, first, at + 1, matches);
    }

    // Nearly every node has one child or none, and there are tens of thousands: what is empty is not made.
    private sealed class Node
    {
        public Dictionary<string, Node>? Words { get; private set; }

        public Dictionary<string, Node>? Beginnings { get; private set; }

        public int LongestBeginning { get; private set; }

        public List<T>? Values { get; private set; }

        public void Add(T value) => (Values ??= new List<T>(1)).Add(value);

        public Node Next(string word, bool goesOn)
        {
            if (goesOn)
                LongestBeginning = Math.Max(LongestBeginning, word.Length);
            var nodes = goesOn ? Beginnings ??= [] : Words ??= [];
            if (!nodes.TryGetValue(word, out var next))
                nodes.Add(word, next = new Node());
            return next;
        }
    }
}

/// <param name="First">Index of the first word.</param>
/// <param name="Last">Index of the last word.</param>
public readonly record struct PhraseMatch<T>(T Value, int First, int Last);
