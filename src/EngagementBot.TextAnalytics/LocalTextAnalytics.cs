using EngagementBot.Content;
using EngagementBot.TextAnalytics.Languages;
using EngagementBot.TextAnalytics.Learning;
using EngagementBot.TextAnalytics.Sentiments;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.TextAnalytics;

/// <summary>Language and sentiment with nothing but the content: no service, no network. Learns beside what its maker goes on with; the first text waits for it.</summary>
/// <param name="cache">Null to learn each time.</param>
public sealed class LocalTextAnalytics(ContentLibrary content, LearningCache? cache = null)
{
    private readonly Task<LanguageDetector> _languages = Task.Run(() => new LanguageDetector(content, cache ?? LearningCache.None));
    private readonly Task<Dictionary<string, SentimentLexicon>> _sentiments =
        Task.Run(() => content.Locales.Values.ToDictionary(l => l.Tag, l => new SentimentLexicon(l)));

    /// <param name="languageHint">The conversation's language so far, a tag such as <c>es</c>; null if there is none.</param>
    public async ValueTask<TextAnalysis> AnalyzeAsync(string text, string? languageHint, CancellationToken cancellationToken) =>
        Analyze(text, languageHint, await _languages.WaitAsync(cancellationToken), await _sentiments.WaitAsync(cancellationToken));

    private TextAnalysis Analyze(string text, string? languageHint, LanguageDetector languages, Dictionary<string, SentimentLexicon> sentiments)
    {
        var language = languages.Detect(text, languageHint);
        var locale = (language.IsKnown ? content.Find(language.Iso6391Name) : content.Find(languageHint)) ?? content.Reference;
        return new TextAnalysis(language, sentiments[locale.Tag].Judge(Word.Read(text)));
    }
}
