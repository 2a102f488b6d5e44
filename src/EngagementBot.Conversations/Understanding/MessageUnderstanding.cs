using EngagementBot.Content;
using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Learning;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Understanding;

/// <summary>Reads a message: kind, topics, feeling and urgency. Learns from the examples of all locales when it is made.</summary>
public sealed class MessageUnderstanding
{
    private const double Far = 0.3;
    private const double Doubt = 0.15;
    private const double Little = 0.1;
    private const double Asked = 0.65;

    // "And the kids" is near many topics; it needs more to leave the one that was spoken of.
    private const double AnotherTopic = 0.8;

    // There are many more questions among the examples than statements, so that what asks nothing that can be answered is a statement sooner.
    private const double Told = 0.05;

    // Opinions on the partnership are about its topics too.
    private const double ToldOfTopic = 0.35;

    // A name, a street, a yes: what is so short is only taken for one of these where it is such a phrase.
    private const int BareWords = 2;
    private const int FewestAsked = 3;
    private static readonly string[] Grave = ["emergency", "complaint", KindModel.Acting, KindModel.Serious, "concern", "stop"];

    private readonly LocalTextAnalytics _analytics;
    private readonly SecondOpinion? _second;
    private readonly SignalBook _signals;
    private readonly MessageFeatures _features;
    private readonly Classifier _kinds;
    private readonly TopicModel _topics;
    private readonly FollowUps _followUps;
    private readonly HashSet<string> _phrases;

    /// <param name="cache">Null to learn each time.</param>
    /// <param name="second">The service in front of the local analysis; null for none.</param>
    public MessageUnderstanding(ContentLibrary content, LocalTextAnalytics analytics, LearningCache? cache = null, SecondOpinion? second = null)
    {
        _analytics = analytics;
        _second = second;
        _signals = new SignalBook(content);
        _features = new MessageFeatures(content);
        _followUps = new FollowUps(content);
        cache ??= LearningCache.None;
        var topics = Task.Run(() => cache.Get("topics", file => TopicModel.Read(file, content), (model, file) => model.Write(file), () => TopicModel.Learn(content, _features)));
        _kinds = cache.Get("kinds", Classifier.Read, (model, file) => model.Write(file), () => KindModel.Learn(content, _features, _signals));
        _phrases = [.. content.Locales.Values.SelectMany(l => Grave.SelectMany(k => l.Profile.Kinds[k]).Concat(l.Profile.Openers.Values.SelectMany(o => o)).Concat(l.Profile.Stop)).Select(Word.Fold)];
        _topics = topics.GetAwaiter().GetResult();
    }

    /// <summary>A message by itself, read by the local analysis alone.</summary>
    /// <param name="text">Already masked.</param>
    /// <param name="conversationLanguage">Tag of the language used so far; null if there is none.</param>
    public async ValueTask<Reading> ReadAsync(string text, string? conversationLanguage, CancellationToken cancellationToken)
    {
        var analysis = await _analytics.AnalyzeAsync(text, conversationLanguage, cancellationToken);
        return Read(text, analysis, conversationLanguage, null);
    }

    /// <summary>A message of a conversation.</summary>
    public async ValueTask<Reading> ReadAsync(Said said, CancellationToken cancellationToken)
    {
        var analysis = await _analytics.AnalyzeAsync(said.Text, said.Language, cancellationToken);
        var local = Read(said.Text, analysis, said.Language, said.LastTopic);
        if (_second?.Question(said, analysis, local) is not { } question)
            return local;
        var heard = await _second.AskAsync(question, analysis, cancellationToken);
        // Which words count depends on the language.
        var reading = heard.Language.Iso6391Name == analysis.Language.Iso6391Name
            ? local
            : Read(said.Text, analysis with { Language = heard.Language }, said.Language, said.LastTopic);
        return SecondOpinion.Weigh(said.Text, reading, local, analysis.Sentiment.Sentiment, heard);
    }

    private Reading Read(string text, TextAnalysis analysis, string? conversationLanguage, string? lastTopic)
    {
        var tag = conversationLanguage ?? analysis.Language.Iso6391Name;
        var all = Word.Read(text);
        var evidence = _signals.Find(text, all, analysis.Language);
        var words = _features.WithoutFillers(all);
        var kinds = new KindScores(_kinds.Labels, _kinds.Classify(MessageFeatures.OfKind(text, words, evidence)));
        var topics = _topics.Rank(words);
        var isBareWord = all.Count <= BareWords && !evidence.HasDanger && !_phrases.Contains(Word.Fold(text));
        // "And at church" goes on about what was asked, whatever happens at churches among the examples.
        var isFollowUp = (lastTopic is not null || MessageFeatures.HasQuestionMark(text)) && _followUps.IsOne(all, tag)
            && Urgency.MayBeHarmless(evidence, kinds) && kinds.Best != "stop" && !_phrases.Contains(Word.Fold(text));
        var (kind, actNow) = isBareWord || isFollowUp ? (kinds.BestBut(Grave), false) : Judge(evidence, kinds);
        if (!actNow)
            kind = Settle(kind, isBareWord || isFollowUp, text, evidence, kinds, topics);
        if (!actNow && kind != "stop" && lastTopic is not null && IsUnsure(topics, isFollowUp ? AnotherTopic : Reading.Sure) && _followUps.Whole(all, tag, lastTopic) is { } whole)
            (kind, topics) = ("question", _topics.Rank(whole));
        return new Reading(
            analysis.Language, kind, kinds[kind], topics,
            Feeling.Of(kind, analysis.Sentiment.Sentiment), Urgency.Of(kind, evidence, kinds, actNow), evidence.Signals)
        {
            AlsoAsked = kind == "question" ? Another(words, topics) : null,
        };
    }

    private static bool IsUnsure(IReadOnlyList<TopicScore> topics, double sure = Reading.Sure) => topics.Count == 0 || topics[0].Score < sure;

    // Two questions in one message: the sentence that asks something else, and asks it surely.
    private string? Another(IReadOnlyList<Word> words, IReadOnlyList<TopicScore> topics)
    {
        if (words.Count == 0 || words[^1].Sentence == words[0].Sentence || topics.Count == 0)
            return null;
        return words.GroupBy(w => w.Sentence).Where(s => s.Count() >= FewestAsked)
            .Select(s => _topics.Rank([.. s])).Where(t => !IsUnsure(t) && t[0].Topic != topics[0].Topic).Select(t => t[0].Topic).FirstOrDefault();
    }

    // The topics know better than the kinds what the bot can be asked, and what officers did is told even where it is told briefly.
    private static string Settle(string kind, bool isBare, string text, Evidence evidence, KindScores kinds, IReadOnlyList<TopicScore> topics)
    {
        var nearest = topics is [var first, ..] ? first.Score : 0;
        return kind switch
        {
            "concern" when nearest >= Reading.Sure && MessageFeatures.HasQuestionMark(text) => "question",
            "offtopic" when nearest >= Reading.Sure && kinds["question"] >= Little => "question",
            "question" when nearest < Reading.Sure && kinds[kind] < Asked && Urgency.IsSerious(evidence, kinds) && evidence.Has("officers") && !MessageFeatures.HasQuestionMark(text) => "complaint",
            "question" when !isBare && !MessageFeatures.HasQuestionMark(text) && kinds["concern"] + kinds["complaint"] >= (nearest < Reading.Sure ? Told : ToldOfTopic) => kinds["concern"] > kinds["complaint"] ? "concern" : "complaint",
            "question" when nearest < Far && kinds["offtopic"] >= Doubt => "offtopic",
            _ => kind,
        };
    }

    private static (string Kind, bool ActNow) Judge(Evidence evidence, KindScores kinds)
    {
        var officers = Urgency.OfficersActNow(evidence, kinds);
        var life = Urgency.LifeInDanger(evidence, kinds);
        if (!officers && !life)
            return (kinds.Best == "emergency" ? kinds.BestBut("emergency") : kinds.Best, false);
        var likelier = kinds["complaint"] > kinds["emergency"];
        var byOfficers = officers ? (evidence.Has("officers") && kinds["complaint"] >= Little) || likelier : evidence.Has("officers") && likelier;
        return (byOfficers ? "complaint" : "emergency", true);
    }
}
