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
        var forms = new IReadOnlyList<string>?[words.Count];
        for (var at = 0; at < forms.Length; at++)
            forms[at] = Clitics.MayStandIn(words[at].Text) ? Clitics.Forms(words[at].Text) : null;
        var matches = new List<PhraseMatch<T>>();
        for (var first = 0; first < forms.Length; first++)
            Walk(_root, words, forms, first, first, matches);
        return matches;
    }

    private static void Walk(Node node, IReadOnlyList<Word> words, IReadOnlyList<string>?[] forms, int first, int at, List<PhraseMatch<T>> matches)
    {
        if (at == forms.Length)
            return;
        if (forms[at] is not { } several)
        {
            Take(words[at].Text);
            return;
        }
        for (var form = 0; form < several.Count; form++)
            Take(several[form]);

        void Take(string form)
        {
            if (node.Find(form) is { } next)
                Reach(next, words, forms, first, at, matches);
            if (node.Beginnings is null)
                return;
            var beginnings = node.Beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var length = Math.Min(form.Length, node.LongestBeginning); length >= node.ShortestBeginning; length--)
            {
                if (beginnings.TryGetValue(form.AsSpan(0, length), out var begun))
                    Reach(begun, words, forms, first, at, matches);
            }
        }
    }

    private static void Reach(Node node, IReadOnlyList<Word> words, IReadOnlyList<string>?[] forms, int first, int at, List<PhraseMatch<T>> matches)
    {
        for (var value = 0; value < node.Values.Length; value++)
        {
            Forget(matches, first, node.Values[value]);
            matches.Add(new PhraseMatch<T>(node.Values[value], first, at));
        }
        Walk(node, words, forms, first, at + 1, matches);
    }

    // Those of one first word stand together, at the end.
    private static void Forget(List<PhraseMatch<T>> matches, int first, T value)
    {
        for (var at = matches.Count - 1; at >= 0 && matches[at].First == first; at--)
        {
            if (EqualityComparer<T>.Default.Equals(matches[at].Value, value))
                matches.RemoveAt(at);
        }
    }

    // There are hundreds of thousands, and nearly every one has one word after it or none: a dictionary is made for the second.
    private sealed class Node
    {
        private string? _word;
        private Node? _next;
        private Dictionary<string, Node>? _words;

        public Dictionary<string, Node>? Beginnings { get; private set; }

        public int LongestBeginning { get; private set; }

        public int ShortestBeginning { get; private set; } = int.MaxValue;

        public T[] Values { get; private set; } = [];

        public void Add(T value) => Values = [.. Values, value];

        public Node? Find(string word) => _words is null ? _word == word ? _next : null : _words.GetValueOrDefault(word);

        public Node Next(string word, bool goesOn) => goesOn ? NextBeginning(word) : Find(word) ?? NextWord(word);

        private Node NextBeginning(string word)
        {
            (ShortestBeginning, LongestBeginning) = (Math.Min(ShortestBeginning, word.Length), Math.Max(LongestBeginning, word.Length));
            Beginnings ??= [];
            if (!Beginnings.TryGetValue(word, out var next))
                Beginnings.Add(word, next = new Node());
            return next;
        }

        private Node NextWord(string word)
        {
            var next = new Node();
            if (_word is null)
                (_word, _next) = (word, next);
            else
                (_words ??= new() { [_word] = _next! }).Add(word, next);
            return next;
        }
    }
}

/// <param name="First">Index of the first word.</param>
/// <param name="Last">Index of the last word.</param>
public readonly record struct PhraseMatch<T>(T Value, int First, int Last);
