using EngagementBot.TextAnalytics.Learning;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Understanding;

/// <summary>How much of what a message is about stands in the examples of a topic. A classifier must choose among the topics that there
/// are; a question of which the telling words stand nowhere under the best of them is none that the bot can answer.</summary>
internal sealed class TopicGrounds
{
    // A word is known by its beginning: arrested, arresting, arresten.
    private const int Beginning = 5;

    // A Korean syllable is a letter, and its particles follow without a space: 경찰이, 경찰을.
    private const int BeginningInKorean = 2;
    private const double OfAnswer = 0.5;

    private readonly IReadOnlyList<string> _topics;

    // The hashes of the words' beginnings, in order; where the topics of each begin; and these: an even number for a topic of which only
    // the answer has the word, the odd one above it for a topic of which a question has it.
    private readonly uint[] _words;
    private readonly int[] _starts;
    private readonly ushort[] _topicsOfWords;

    // How much a word tells that so many topics have.
    private readonly double[] _rarity;

    private TopicGrounds(IReadOnlyList<string> topics, uint[] words, int[] starts, ushort[] topicsOfWords)
    {
        _topics = topics;
        _words = words;
        _starts = starts;
        _topicsOfWords = topicsOfWords;
        _rarity = [.. Enumerable.Range(0, topics.Count + 1).Select(n => Math.Log((topics.Count + 1) / (n + 0.5)))];
    }

    /// <param name="examples">Topic, text, and whether it is a question of a resident or a sentence of the answer.</param>
    public static TopicGrounds Of(IReadOnlyList<(string Topic, string Text, bool IsQuestion)> examples)
    {
        var topics = examples.Select(e => e.Topic).Distinct().Order(StringComparer.Ordinal).ToList();
        var index = topics.Index().ToDictionary(t => t.Item, t => t.Index);
        var topicsByWord = new SortedDictionary<uint, SortedDictionary<int, bool>>();
        foreach (var (topic, text, isQuestion) in examples)
        {
            foreach (var word in Word.Read(text).SelectMany(w => Clitics.Forms(w.Text)).Select(Key))
            {
                if (!topicsByWord.TryGetValue(word, out var known))
                    topicsByWord.Add(word, known = []);
                known[index[topic]] = isQuestion || known.GetValueOrDefault(index[topic]);
            }
        }
        var starts = new List<int> { 0 };
        foreach (var known in topicsByWord.Values)
            starts.Add(starts[^1] + known.Count);
        return new TopicGrounds(
            topics, [.. topicsByWord.Keys], [.. starts], [.. topicsByWord.Values.SelectMany(k => k).Select(t => (ushort)(t.Key * 2 + (t.Value ? 1 : 0)))]);
    }

    /// <returns>0 to 1: the share of the message's telling words, rare ones counting more, that the topic's examples have.</returns>
    public double Share(string topic, IReadOnlyList<Word> words)
    {
        double all = 0, known = 0;
        foreach (var word in words.DistinctBy(w => w.Text))
        {
            var topics = Topics(word);
            var weight = _rarity[topics.Length];
            all += weight;
            known += weight * Has(topics, topic);
        }
        return all <= 0 ? 1 : known / all;
    }

    public void Write(BinaryWriter file)
    {
        file.WriteTexts(_topics);
        file.WriteArray(_words);
        file.WriteArray(_starts);
        file.WriteArray(_topicsOfWords);
    }

    public static TopicGrounds Read(BinaryReader file)
    {
        var topics = file.ReadTexts();
        return new TopicGrounds(topics, file.ReadArray<uint>(), file.ReadArray<int>(), file.ReadArray<ushort>());
    }

    private double Has(ReadOnlySpan<ushort> topics, string topic)
    {
        foreach (var known in topics)
        {
            if (_topics[known >> 1] == topic)
                return (known & 1) == 1 ? 1 : OfAnswer;
        }
        return 0;
    }

    // With its clitics or without, whichever is known.
    private ReadOnlySpan<ushort> Topics(Word word)
    {
        if (!Clitics.MayStandIn(word.Text))
            return Topics(word.Text);
        foreach (var form in Clitics.Forms(word.Text))
        {
            if (Topics(form) is { Length: > 0 } topics)
                return topics;
        }
        return [];
    }

    private ReadOnlySpan<ushort> Topics(string form) =>
        Array.BinarySearch(_words, Key(form)) is var at and >= 0 ? _topicsOfWords.AsSpan(_starts[at], _starts[at + 1] - _starts[at]) : [];

    private static uint Key(string word) => Features.Hash(word.AsSpan(0, Math.Min(word.Length, word[0] is >= '가' and <= '힣' ? BeginningInKorean : Beginning)));
}
