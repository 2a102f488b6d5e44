using EngagementBot.TextAnalytics.Resilience;

namespace EngagementBot.TextAnalytics.Azure;

/// <summary>Azure AI Language for one turn: the language first, then feeling and personal data side by side in that language.</summary>
public sealed class AzureTextAnalytics : ITextAnalytics
{
    // From here on the service's language is taken for the rest of the questions.
    private const double Certain = 0.8;

    // Where the first question is not answered by then, the others still have their time.
    private const double ShareOfLanguage = 0.5;

    private readonly LanguageOperations _operations;
    private readonly SharedRequests<DetectedLanguage> _languages;
    private readonly SharedRequests<AnalyzedSentiment> _sentiments;
    private readonly SharedRequests<PiiEntityCollection> _entities;

    /// <param name="sharing">How long a text waits for others to share its request; zero for none. 0 to 50 ms.</param>
    public AzureTextAnalytics(TextAnalyticsClient client, LanguageOperations operations, TimeSpan sharing, TimeProvider clock)
    {
        _operations = operations;
        _languages = new(TextAnalyticsClient.MostLanguageDocuments, sharing, clock, operations.Language, Use, client.DetectLanguageAsync);
        _sentiments = new(TextAnalyticsClient.MostSentimentDocuments, sharing, clock, operations.Sentiment, Use, client.AnalyzeSentimentAsync);
        _entities = new(TextAnalyticsClient.MostPiiDocuments, sharing, clock, operations.PersonalData, Use, client.RecognizePiiEntitiesAsync);
    }

    public ServiceUse Use { get; } = new();

    public async ValueTask<ServiceAnalysis> AnalyzeAsync(TextQuestion question, CancellationToken cancellationToken)
    {
        var deadline = _operations.NewDeadline();
        var language = question.Language
            ? await _languages.AskAsync(new TextDocumentInput(question.Text), deadline.Share(ShareOfLanguage), cancellationToken)
            : null;
        var tag = language is { IsKnown: true, ConfidenceScore: >= Certain } ? language.Iso6391Name : question.LanguageSoFar;
        var sentiment = question.Sentiment ? Ask(_sentiments, LanguageCodes.ForSentiment(tag)) : Task.FromResult<AnalyzedSentiment?>(null);
        var entities = question.PersonalData ? Ask(_entities, LanguageCodes.ForPii(tag)) : Task.FromResult<PiiEntityCollection?>(null);
        await Task.WhenAll(sentiment, entities);
        var felt = await sentiment;
        return new ServiceAnalysis(language, felt?.Sentiment, await entities is { } found ? PersonalEntities.Cover(question.Text, found) : null) { Opinions = felt?.Opinions ?? [] };

        // In a language that the service does not have it is not asked: it would take the text for English.
        Task<T?> Ask<T>(SharedRequests<T> requests, string? code)
            where T : class =>
            code is null ? Task.FromResult<T?>(null) : requests.AskAsync(new TextDocumentInput(question.Text, code), deadline, cancellationToken);
    }
}
