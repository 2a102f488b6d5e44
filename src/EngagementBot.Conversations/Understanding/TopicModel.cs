using EngagementBot.Content;
using EngagementBot.Content.Answers;
using EngagementBot.Content.Locales;
using EngagementBot.TextAnalytics.Learning;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Understanding;

/// <summary>Ranks the topics for a question, learned from the questions of all locales; what is no question is a class of its own.</summary>
internal sealed class TopicModel
{
    private const string None = "";
    private const float Near = 0.05f;
    private const float OfAnswer = 0.3f;
    private const int ShortestSentence = 12;

    private static readonly string[] WithoutTopic = ["offtopic", "greeting", "thanks", "stop", "human", "status"];

    private readonly Classifier _classifier;

    public TopicModel(ContentLibrary content, MessageFeatures features) =>
        _classifier = Classifier.Learn([.. content.Locales.Values.SelectMany(Examples)
            .Select(e => new Example(e.Topic, MessageFeatures.OfTopic(features.WithoutFillers(Word.Read(e.Text))), e.Weight))], trustInCounts: 1.7f, passes: 0);

    public IReadOnlyList<TopicScore> Rank(IReadOnlyList<Word> words) =>
        [.. _classifier.Labels.Zip(_classifier.Classify(MessageFeatures.OfTopic(words)), (topic, score) => new TopicScore(topic, score))
            .Where(t => t.Topic != None && t.Score > Near).OrderByDescending(t => t.Score).Take(3)];

    private static IEnumerable<(string Topic, string Text, float Weight)> Examples(Locale locale) =>
        locale.Answers.Values.SelectMany(Examples)
            .Concat(WithoutTopic.SelectMany(k => locale.Profile.Kinds.GetValueOrDefault(k, [])).Select(t => (None, t, 1f)));

    // An answer says more words of its topic than the questions, if not as residents put them.
    private static IEnumerable<(string Topic, string Text, float Weight)> Examples(Answer answer) =>
        answer.Questions.Append(answer.Title).Select(q => (answer.Topic, q, 1f))
            .Concat(Sentences(answer).Select(s => (answer.Topic, s, OfAnswer)));

    private static IEnumerable<string> Sentences(Answer answer) =>
        $"{answer.Short}\n{answer.Body}".Split(['.', '?', '\n', '؟', '。', '।'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(s => s.Length >= ShortestSentence);
}
