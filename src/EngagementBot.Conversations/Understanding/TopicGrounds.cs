using System.Collections.Frozen;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Understanding;

/// <summary>How much of what a message is about stands in the examples of a topic. A classifier must choose among the topics that there
/// are; a question of which the telling words stand nowhere under the best of them is none that the bot can answer.</summary>
internal sealed class TopicGrounds
{
    // A word is known by its beginning: arrested, arresting, arresten.
    private const int Beginning = 5;
    private const double OfAnswer = 0.5;

    private readonly FrozenDictionary<string, Dictionary<string, double>> _topicsByWord;
    private readonly double _topics;

    /// <param name="examples">Topic, text, and whether it is a question of a resident or a sentence of the answer.</param>
    public TopicGrounds(IEnumerable<(string Topic, string Text, bool IsQuestion)> examples)
    {
        var topicsByWord = new Dictionary<string, Dictionary<string, double>>();
        foreach (var (topic, text, isQuestion) in examples)
        {
            foreach (var word in Word.Read(text))
            {
                foreach (var key in Clitics.Forms(word.Text).Select(Key))
                {
                    if (!topicsByWord.TryGetValue(key, out var topics))
                        topicsByWord.Add(key, topics = []);
                    topics[topic] = Math.Max(topics.GetValueOrDefault(topic), isQuestion ? 1 : OfAnswer);
                }
            }
        }
        _topicsByWord = topicsByWord.ToFrozenDictionary();
        _topics = topicsByWord.Values.SelectMany(t => t.Keys).Distinct().Count();
    }

    /// <returns>0 to 1: the share of the message's telling words, rare ones counting more, that the topic's examples have.</returns>
    public double Share(string topic, IReadOnlyList<Word> words)
    {
        double all = 0, known = 0;
        foreach (var topics in words.DistinctBy(w => w.Text).Select(Topics))
        {
            var weight = Math.Log((_topics + 1) / ((topics?.Count ?? 0) + 0.5));
            all += weight;
            known += weight * (topics?.GetValueOrDefault(topic) ?? 0);
        }
        return all <= 0 ? 1 : known / all;
    }

    // With its clitics or without, whichever is known.
    private Dictionary<string, double>? Topics(Word word)
    {
        foreach (var form in Clitics.Forms(word.Text))
        {
            if (_topicsByWord.TryGetValue(Key(form), out var topics))
                return topics;
        }
        return null;
    }

    private static string Key(string word) => word.Length > Beginning ? word[..Beginning] : word;
}
