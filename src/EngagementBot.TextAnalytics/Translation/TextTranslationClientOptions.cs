using Azure.Core;

namespace EngagementBot.TextAnalytics.Translation;

/// <summary>Of <see cref="TextTranslationClient"/>: no retries of Azure.Core's own, since <see cref="Resilience.OutsideService"/> has them, and nothing told of the caller.</summary>
public sealed class TextTranslationClientOptions : ClientOptions
{
    /// <summary>Of the resource, such as eastus; null where the endpoint is the resource's own and its region goes without saying.</summary>
    public string? Region { get; init; }

    public TextTranslationClientOptions()
    {
        Retry.MaxRetries = 0;
        Diagnostics.IsTelemetryEnabled = false;
        Diagnostics.IsDistributedTracingEnabled = false;
        Diagnostics.IsLoggingEnabled = false;
    }
}
