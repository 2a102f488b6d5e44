using EngagementBot.Content;
using EngagementBot.Content.Locales;
using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Learning;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Understanding;

/// <summary>Tells the kind of a message, learned from the examples of all locales together: residents mix languages.</summary>
internal static class KindModel
{
    public static Classifier Learn(ContentLibrary content, MessageFeatures features, SignalBook signals)
    {
        var texts = content.Locales.Values.SelectMany(Examples).ToList();
        var sizes = texts.CountBy(t => t.Kind).ToDictionary();
        var average = (float)texts.Count / sizes.Count;
        return Classifier.Learn([.. texts.Select(t => Example(t.Kind, t.Text, t.Tag, MathF.Sqrt(average / sizes[t.Kind])))], trustInCounts: 0.5f, passes: 8);

        Example Example(string kind, string text, string tag, float weight)
        {
            var words = Word.Read(text);
            var evidence = signals.Find(text, words, new DetectedLanguage("", tag, 1));
            return new Example(kind, MessageFeatures.OfKind(text, features.WithoutFillers(words), evidence), weight);
        }
    }

    // There are far more questions than anything else, so the rest weighs more.
    private static IEnumerable<(string Kind, string Text, string Tag)> Examples(Locale locale) =>
        locale.Answers.Values.SelectMany(a => a.Questions.Append(a.Title)).Select(q => ("question", q, locale.Tag))
            .Concat(locale.Profile.Kinds.SelectMany(k => k.Value.Select(t => (k.Key, t, locale.Tag))))
            .Concat(locale.Profile.Openers.SelectMany(o => o.Value.Select(t => (o.Key, t, locale.Tag))))
            .Concat(locale.Profile.Stop.Select(t => ("stop", t, locale.Tag)));
}
