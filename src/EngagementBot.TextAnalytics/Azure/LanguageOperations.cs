using EngagementBot.TextAnalytics.Resilience;
using Microsoft.Extensions.Logging;

namespace EngagementBot.TextAnalytics.Azure;

/// <summary>What Azure AI Language is asked, each with its own retries, breaker and pauses: one may fail while the others answer, and the
/// service counts its limits for each feature by itself (https://learn.microsoft.com/azure/ai-services/language-service/concepts/data-limits).</summary>
public sealed class LanguageOperations : IDisposable
{
    private const string Service = "Azure AI Language";

    private readonly OutsideServiceLimits _limits;
    private readonly TimeProvider _clock;
    private readonly ILogger<OutsideService> _log;

    /// <param name="limits">Of each operation; the total is one turn's, for all of them together.</param>
    public LanguageOperations(TextAnalyticsClient client, OutsideServiceLimits limits, TimeProvider clock, ILogger<OutsideService> log)
    {
        (_limits, _clock, _log) = (limits, clock, log);
        Language = Guarded("language", token => client.DetectLanguageAsync([new("Hello")], token));
        Sentiment = Guarded("sentiment", token => client.AnalyzeSentimentAsync([new("Hello", "en")], token));
        PersonalData = Guarded("personal data", token => client.RecognizePiiEntitiesAsync([new("Hello", "en")], token));
    }

    public OutsideService Language { get; }

    public OutsideService Sentiment { get; }

    public OutsideService PersonalData { get; }

    public IReadOnlyList<OutsideService> All => [Language, Sentiment, PersonalData];

    /// <summary>The time that one turn has for all that it asks.</summary>
    public Deadline NewDeadline() => new(_clock, _limits.Total);

    public void Dispose()
    {
        foreach (var operation in All)
            operation.Dispose();
    }

    private OutsideService Guarded(string operation, Func<CancellationToken, Task> tryOut) => new(new ServiceOperation(Service, operation), _limits, tryOut, _clock, _log);
}
