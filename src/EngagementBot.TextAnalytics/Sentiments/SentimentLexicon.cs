using EngagementBot.Content.Locales;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.TextAnalytics.Sentiments;

/// <summary>The feeling words of one language, turned round by a negation before them.</summary>
internal sealed class SentimentLexicon
{
    // "not a very good day": how far a negation or an intensifier reaches.
    private const int Reach = 3;

    private readonly PhraseBook<Feeling> _phrases = new();

    public SentimentLexicon(Locale locale)
    {
        var profile = locale.Profile;
        var ofSubject = OfSubject(locale);
        Add(profile, "positive", Feeling.Good);
        foreach (var phrase in profile.Sentiment.GetValueOrDefault("negative", []).Where(p => !ofSubject.Contains(p)))
            _phrases.Add(phrase, Feeling.Bad);
        Add(profile, "negation", Feeling.Negation);
        Add(profile, "intensifier", Feeling.Intensifier);
    }

    public DocumentSentiment Judge(IReadOnlyList<Word> words)
    {
        var matches = _phrases.Find(words);
        double good = 0, bad = 0;
        foreach (var match in matches.Where(m => m.Value is Feeling.Good or Feeling.Bad && !IsInside(m, matches)))
        {
            var negated = Before(matches, match, words, Feeling.Negation);
            var weight = Before(matches, match, words, Feeling.Intensifier) ? 1.5 : 1;
            if (negated)
                weight *= 0.7;
            if (match.Value == Feeling.Good == !negated)
                good += weight;
            else if (match.Value == Feeling.Bad || negated)
                bad += match.Value == Feeling.Bad && negated ? 0 : weight;
        }
        return Weigh(good, bad);
    }

    private static bool IsInside(PhraseMatch<Feeling> match, List<PhraseMatch<Feeling>> all) =>
        all.Exists(o => o.First <= match.First && o.Last >= match.Last && o.Last - o.First > match.Last - match.First);

    private static bool Before(List<PhraseMatch<Feeling>> matches, PhraseMatch<Feeling> of, IReadOnlyList<Word> words, Feeling feeling) =>
        matches.Exists(m => m.Value == feeling && m.Last < of.First && of.First - m.Last <= Reach && words[m.Last].Sentence == words[of.First].Sentence);

    private static DocumentSentiment Weigh(double good, double bad)
    {
        var sum = good + bad;
        if (sum == 0)
            return new DocumentSentiment(TextSentiment.Neutral, 0.6);
        var certain = Math.Min(0.95, 0.5 + 0.15 * sum);
        if (good > 0 && bad > 0 && Math.Min(good, bad) / sum > 0.34)
            return new DocumentSentiment(TextSentiment.Mixed, certain);
        return new DocumentSentiment(good > bad ? TextSentiment.Positive : TextSentiment.Negative, certain);
    }

    // "Jail" and "robbed" are what residents ask about: a word that is commoner in questions than in worries tells no feeling.
    private static HashSet<string> OfSubject(Locale locale)
    {
        var negative = new PhraseBook<string>();
        foreach (var phrase in locale.Profile.Sentiment.GetValueOrDefault("negative", []))
            negative.Add(phrase, phrase);
        var questions = Shares(negative, [.. locale.Answers.Values.SelectMany(a => a.Questions)]);
        var worries = Shares(negative, locale.Profile.Kinds.GetValueOrDefault("concern", []));
        return [.. questions.Where(q => q.Value > worries.GetValueOrDefault(q.Key)).Select(q => q.Key)];
    }

    private static Dictionary<string, double> Shares(PhraseBook<string> phrases, IReadOnlyList<string> texts) =>
        texts.SelectMany(t => phrases.Find(Word.Read(t)).Select(m => m.Value).Distinct())
            .CountBy(p => p).ToDictionary(p => p.Key, p => (double)p.Value / texts.Count);

    private void Add(LanguageProfile profile, string list, Feeling feeling)
    {
        foreach (var phrase in profile.Sentiment.GetValueOrDefault(list, []))
            _phrases.Add(phrase, feeling);
    }

    private enum Feeling
    {
        Good,
        Bad,
        Negation,
        Intensifier,
    }
}
