using EngagementBot.Content;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Understanding;

/// <summary>"And for children?" goes on about what was asked before.</summary>
internal sealed class FollowUps
{
    private const int MostWords = 8;

    // "And they laughed at my mother the whole time" tells what happened.
    private const int MostWordsAlone = 6;

    private readonly Dictionary<string, PhraseBook<bool>> _openers = [];
    private readonly Dictionary<(string Tag, string Topic), IReadOnlyList<Word>> _titles;

    public FollowUps(ContentLibrary content)
    {
        foreach (var locale in content.Locales.Values)
        {
            var openers = _openers[locale.Tag] = new();
            foreach (var opener in locale.Profile.Follow)
                openers.Add(opener, true);
        }
        _titles = content.Locales.Values.SelectMany(l => l.Answers.Values.Select(a => (Key: (l.Tag, a.Topic), Words: Word.Read(a.Title)))).ToDictionary(t => t.Key, t => t.Words);
    }

    /// <returns>The message with what it goes on about in front of it; null if it stands by itself.</returns>
    public IReadOnlyList<Word>? Whole(IReadOnlyList<Word> words, string tag, string topic) =>
        words.Count is > 0 and <= MostWords && Opens(words, tag) && _titles.TryGetValue((tag, topic), out var title) ? [.. title, .. words] : null;

    /// <summary>So short, and begun so, that it may only ask about what was spoken of.</summary>
    public bool IsOne(IReadOnlyList<Word> words, string tag) => words.Count is > 1 and <= MostWordsAlone && Opens(words, tag);

    // "So" is English and Vietnamese, "at" English and Tagalog.
    private bool Opens(IReadOnlyList<Word> words, string tag) => _openers.TryGetValue(tag, out var openers) && openers.Find(words).Any(o => o.First == 0);
}
