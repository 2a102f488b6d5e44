using EngagementBot.Content;
using EngagementBot.TextAnalytics.Learning;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Understanding;

/// <summary>What of a message the classifiers see: its words without the greetings and politeness around them.</summary>
internal sealed class MessageFeatures
{
    private readonly PhraseBook<bool> _fillers = new();

    public MessageFeatures(ContentLibrary content)
    {
        foreach (var filler in content.Locales.Values.SelectMany(l => l.Profile.Fillers))
            _fillers.Add(filler, true);
    }

    /// <summary>A message of nothing but politeness stays as it is: then that is what it says.</summary>
    public IReadOnlyList<Word> WithoutFillers(IReadOnlyList<Word> words)
    {
        var kept = new bool[words.Count];
        Array.Fill(kept, true);
        foreach (var filler in _fillers.Find(words))
            Array.Fill(kept, false, filler.First, filler.Last - filler.First + 1);
        return kept.Contains(true) && kept.Contains(false) ? [.. words.Where((_, at) => kept[at])] : words;
    }

    public static IReadOnlyList<uint> OfTopic(IReadOnlyList<Word> words) => new Features().AddWords(words).Hashes;

    public static IReadOnlyList<uint> OfKind(string text, IReadOnlyList<Word> words, Evidence evidence)
    {
        var features = new Features().AddWords(words);
        foreach (var name in evidence.Names)
            features.Add(name);
        if (text.AsSpan().IndexOfAny('?', '؟', '？') >= 0)
            features.Add("?");
        return features.Hashes;
    }
}
