using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.TextAnalytics.Learning;

/// <summary>What a message shows to a classifier: its words, pairs of words and pieces of words, as hashes.</summary>
public sealed class Features
{
    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;
    private const uint Border = '_';

    private readonly List<uint> _hashes = new(128);

    public uint[] Hashes => [.. _hashes];

    public static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var letter in text)
            hash = (hash ^ letter) * Prime;
        return hash;
    }

    /// <summary>Words, pairs, the first word, and pieces of three to five letters.</summary>
    public Features AddWords(IReadOnlyList<Word> words)
    {
        var previous = Hash("^");
        foreach (var word in words)
        {
            var stem = Clitics.WithoutArticle(word.Text);
            var hash = Hash(stem);
            _hashes.Add(hash);
            _hashes.Add(Join(previous, hash));
            if (stem.Length > 2)
                AddPieces(stem, 3, 5);
            previous = hash;
        }
        _hashes.Add(Join(previous, Hash("$")));
        return this;
    }

    /// <summary>Pieces of <paramref name="shortest"/> to <paramref name="longest"/> letters, borders of the word included.</summary>
    public Features AddPieces(ReadOnlySpan<char> word, int shortest, int longest)
    {
        for (var start = -1; start < word.Length; start++)
        {
            var hash = Seed ^ 0x5bd1e995;
            for (var length = 1; length <= longest && start + length <= word.Length + 1; length++)
            {
                var at = start + length - 1;
                hash = (hash ^ (at < 0 || at == word.Length ? Border : word[at])) * Prime;
                if (length >= shortest)
                    _hashes.Add(hash);
            }
        }
        return this;
    }

    public Features Add(string name)
    {
        _hashes.Add(Hash(name) ^ 0x9e3779b9);
        return this;
    }

    private static uint Join(uint left, uint right) => (left * 31 ^ right) * Prime;
}
