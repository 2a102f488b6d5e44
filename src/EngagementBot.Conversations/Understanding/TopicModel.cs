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
    private const float OfAnswer = 0.3f;
    private const float OfOthers = 0.7f;
    private const int ShortestSentence = 12;
    private const int Shown = 3;

    // Chosen on the development set: below the first, more questions of other things were kept out than known ones were lost.
    private const double FewestGrounds = 0.1;
    private const double GroundsToLean = 0.25;

    private static readonly Passes Passes = new(10, Rate: 6, Hidden: 0.5f);

    private static readonly string[] WithoutTopic = ["offtopic", "greeting", "thanks", "stop", "human", "status"];

    private readonly Classifier _classifier;
    private readonly ILookup<string, string> _related;
    private readonly TopicGrounds _grounds;

    private TopicModel(ContentLibrary content, Classifier classifier, TopicGrounds grounds)
    {
        _related = content.Reference.Answers.Values.SelectMany(a => a.Related.Select(r => (a.Topic, Related: r))).ToLookup(p => p.Topic, p => p.Related);
        _classifier = classifier;
        _grounds = grounds;
    }

    public static TopicModel Learn(ContentLibrary content, MessageFeatures features)
    {
        var grounds = TopicGrounds.Of([.. content.Locales.Values.SelectMany(l => l.Answers.Values).SelectMany(Examples).Select(e => (e.Topic, e.Text, e.Weight > OfAnswer))]);
        var classifier = Classifier.Learn(
            [.. content.Locales.Values.SelectMany(Examples).Select(e => new Example(e.Topic, MessageFeatures.OfTopic(features.WithoutFillers(Word.Read(e.Text))), e.Weight))],
            trustInCounts: 1, Passes);
        return new TopicModel(content, classifier, grounds);
    }

    public void Write(BinaryWriter file)
    {
        _classifier.Write(file);
        _grounds.Write(file);
    }

    public static TopicModel Read(BinaryReader file, ContentLibrary content) => new(content, Classifier.Read(file), TopicGrounds.Read(file));

    public IReadOnlyList<TopicScore> Rank(IReadOnlyList<Word> words)
    {
        var near = Nearest(_classifier.Classify(MessageFeatures.OfTopic(words)));
        return near is [var first, ..] ? Weigh(near, _grounds.Share(first.Topic, words)) : near;
    }

    private List<TopicScore> Nearest(float[] scores)
    {
        var near = new List<TopicScore>(Shown + 1);
        for (var label = 0; label < scores.Length; label++)
        {
            if (_classifier.Labels[label] == None || (near.Count == Shown && scores[label] <= near[^1].Score))
                continue;
            var at = near.FindIndex(t => t.Score < scores[label]);
            near.Insert(at < 0 ? near.Count : at, new TopicScore(_classifier.Labels[label], scores[label]));
            if (near.Count > Shown)
                near.RemoveAt(Shown);
        }
        return near;
    }

    // The order stays; how sure the best one is depends on its grounds.
    private List<TopicScore> Weigh(List<TopicScore> near, double share)
    {
        var best = share switch
        {
            < FewestGrounds => Math.Min(near[0].Score, Reading.Sure * share),
            < GroundsToLean => near[0].Score,
            _ => OfNeighbours(near),
        };
        var factor = near[0].Score > 0 ? Math.Min(1, best / near[0].Score) : 1;
        return [.. near.Select((t, at) => t with { Score = at == 0 ? best : t.Score * factor })];
    }

    // Between neighbours the best answer is good enough: each leads to the other.
    private double OfNeighbours(List<TopicScore> near) =>
        near[0].Score + near.Skip(1).Where(t => _related[near[0].Topic].Contains(t.Topic) || _related[t.Topic].Contains(near[0].Topic)).Sum(t => t.Score);

    private static IEnumerable<(string Topic, string Text, float Weight)> Examples(Locale locale) =>
        locale.Answers.Values.SelectMany(Examples)
            .Concat(WithoutTopic.SelectMany(k => locale.Profile.Kinds.GetValueOrDefault(k, [])).Concat(locale.Profile.Unanswered).Select(t => (None, t, OfOthers)));

    // An answer says more words of its topic than the questions, if not as residents put them.
    private static IEnumerable<(string Topic, string Text, float Weight)> Examples(Answer answer) =>
        answer.Questions.Append(answer.Title).Select(q => (answer.Topic, q, 1f))
            .Concat(Sentences(answer).Select(s => (answer.Topic, s, OfAnswer)));

    private static IEnumerable<string> Sentences(Answer answer) =>
        $"{answer.Short}\n{answer.Body}".Split(['.', '?', '\n', '؟', '。', '।'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(s => s.Length >= ShortestSentence);
}
