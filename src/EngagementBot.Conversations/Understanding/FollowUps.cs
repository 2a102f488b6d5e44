using EngagementBot.Content;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Understanding;

/// <summary>"And for children?" goes on about what was asked before.</summary>
internal sealed class FollowUps
{
    private const int MostWords = 8;

    // "And they laughed at my mother the whole time" tells what happened.
    private const int MostWordsAlone = 6;

    private readonly PhraseBook<bool> _openers = new();
    private readonly Dictionary<(string Tag, string Topic), IReadOnlyList<Word>> _titles;

    public FollowUps(ContentLibrary content)
    {
        foreach (var opener in content.Locales.Values.SelectMany(l => l.Profile.Follow))
            _openers.Add(opener, true);
        _titles = content.Locales.Values.SelectMany(l => l.Answers.Values.Select(a => (Key: (l.Tag, a.Topic), Words: Word.Read(a.Title)))).ToDictionary(t => t.Key, t => t.Words);
    }

    /// <returns>The message with what it goes on about in front of it; null if it stands by itself.</returns>
    public IReadOnlyList<Word>? Whole(IReadOnlyList<Word> words, string tag, string topic) =>
        words.Count is > 0 and <= MostWords && Opens(words) && _titles.TryGetValue((tag, topic), out var title) ? [.. title, .. words] : null;

    /// <summary>Such as "and at church", whatever was asked before.</summary>
    public bool IsOne(IReadOnlyList<Word> words) => words.Count is > 1 and <= MostWordsAlone && Opens(words);

    private bool Opens(IReadOnlyList<Word> words) => _openers.Find(words).Any(o => o.First == 0);
}
