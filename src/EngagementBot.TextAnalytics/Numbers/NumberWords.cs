using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.TextAnalytics.Numbers;

/// <summary><c>number-words.json</c>: what people write before a number that says what it is.</summary>
internal sealed class NumberWords
{
    // "my passport number is the following:"
    private const int Reach = 30;

    private readonly PhraseBook<string> _phrases = new();

    private NumberWords()
    {
        foreach (var (kind, words) in Embedded.Read<Dictionary<string, string[]>>("number-words.json"))
        {
            foreach (var word in words)
                _phrases.Add(word, kind);
        }
    }

    public static NumberWords Known { get; } = new();

    /// <summary>The kind that the words shortly before <paramref name="start"/> name; null if none.</summary>
    public string? Before(string text, int start)
    {
        var words = Word.Read(text[Math.Max(0, start - Reach)..start]);
        var matches = _phrases.Find(words);
        return matches.Count == 0 ? null : matches.MaxBy(m => m.Last).Value;
    }
}
