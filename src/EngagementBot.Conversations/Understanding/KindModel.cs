using EngagementBot.Content;
using EngagementBot.Content.Locales;
using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Learning;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Understanding;

/// <summary>Tells the kind of a message, learned from the examples of all locales together: residents mix languages.</summary>
internal static class KindModel
{
    /// <summary>A complaint of what officers are doing at this moment: learned apart, since somebody must act.</summary>
    public const string Acting = "complaint-now";

    /// <summary>A complaint of serious misconduct: learned apart, since somebody must act the same day.</summary>
    public const string Serious = "complaint-serious";

    // 0 leaves each kind the weight of its examples, 1 gives all kinds the same.
    private const float Balance = 0.6f;

    private const float TrustInCounts = 2;

    private static readonly Passes Passes = new(10, Rate: 4, Hidden: 0.25f);

    public static Classifier Learn(ContentLibrary content, MessageFeatures features, SignalBook signals)
    {
        var examples = content.Locales.Values.SelectMany(l => Examples(l).Select(e => Example(e.Kind, e.Text, l.Tag))).ToList();
        var sizes = examples.CountBy(e => e.Label).ToDictionary();
        var average = (float)examples.Count / sizes.Count;
        return Classifier.Learn([.. examples.Select(e => e with { Weight = MathF.Pow(average / sizes[e.Label], Balance) })], TrustInCounts, Passes);

        Example Example(string kind, string text, string tag)
        {
            var words = Word.Read(text);
            var evidence = signals.Find(text, words, new DetectedLanguage("", tag, 1));
            return new Example(kind, MessageFeatures.OfKind(text, features.WithoutFillers(words), evidence));
        }
    }

    // There are far more questions than anything else, so the rest weighs more.
    private static IEnumerable<(string Kind, string Text)> Examples(Locale locale) =>
        locale.Answers.Values.SelectMany(a => a.Questions.Append(a.Title)).Concat(locale.Profile.Unanswered).Select(q => ("question", q))
            .Concat(locale.Profile.Kinds.SelectMany(k => k.Value.Select(t => (k.Key, t))))
            .Concat(locale.Profile.Openers.SelectMany(o => o.Value.Select(t => (o.Key, t))))
            .Concat(locale.Profile.Stop.Select(t => ("stop", t)));
}
