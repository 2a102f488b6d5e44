using EngagementBot.Content;
using EngagementBot.TextAnalytics.Languages;
using EngagementBot.TextAnalytics.Sentiments;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.TextAnalytics;

/// <summary>Language and sentiment with nothing but the content: no service, no network.</summary>
public sealed class LocalTextAnalytics(ContentLibrary content) : ITextAnalytics
{
    private readonly LanguageDetector _languages = new(content);
    private readonly Dictionary<string, SentimentLexicon> _sentiments = content.Locales.Values.ToDictionary(l => l.Tag, l => new SentimentLexicon(l));

    public ValueTask<TextAnalysis> AnalyzeAsync(string text, string? languageHint, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Analyze(text, languageHint));

    private TextAnalysis Analyze(string text, string? languageHint)
    {
        var language = _languages.Detect(text);
        var locale = (language.IsKnown ? content.Find(language.Iso6391Name) : content.Find(languageHint)) ?? content.Reference;
        return new TextAnalysis(language, _sentiments[locale.Tag].Judge(Word.Read(text)));
    }
}
