using EngagementBot.Content;
using EngagementBot.Content.Locales;
using EngagementBot.TextAnalytics.Learning;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Understanding;

/// <summary>Ranks the topics for a question, learned from the questions of all locales; what is no question is a class of its own.</summary>
internal sealed class TopicModel
{
    private const string None = "";
    private const float Near = 0.05f;

    private static readonly string[] WithoutTopic = ["offtopic", "greeting", "thanks", "stop", "human", "status"];

    private readonly Classifier _classifier;

    public TopicModel(ContentLibrary content, MessageFeatures features) =>
        _classifier = Classifier.Learn([.. content.Locales.Values.SelectMany(Examples)
            .Select(e => new Example(e.Topic, MessageFeatures.OfTopic(features.WithoutFillers(Word.Read(e.Text)))))]);

    public IReadOnlyList<TopicScore> Rank(IReadOnlyList<Word> words) =>
        [.. _classifier.Labels.Zip(_classifier.Classify(MessageFeatures.OfTopic(words)), (topic, score) => new TopicScore(topic, score))
            .Where(t => t.Topic != None && t.Score > Near).OrderByDescending(t => t.Score).Take(3)];

    private static IEnumerable<(string Topic, string Text)> Examples(Locale locale) =>
        locale.Answers.Values.SelectMany(a => a.Questions.Append(a.Title).Select(q => (a.Topic, q)))
            .Concat(WithoutTopic.SelectMany(k => locale.Profile.Kinds.GetValueOrDefault(k, [])).Select(t => (None, t)));
}
