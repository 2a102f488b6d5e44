using Azure.Core;

namespace EngagementBot.TextAnalytics.Azure;

/// <summary>Of <see cref="TextAnalyticsClient"/>: no retries of Azure.Core's own, since <see cref="Resilience.OutsideService"/> has them, and nothing told of the caller.</summary>
public sealed class TextAnalyticsClientOptions : ClientOptions
{
    public const string DefaultApiVersion = "2023-04-01";

    /// <summary>The value of <c>api-version</c>; default 2023-04-01.</summary>
    public string ApiVersion { get; init; } = DefaultApiVersion;

    public TextAnalyticsClientOptions()
    {
        Retry.MaxRetries = 0;
        Diagnostics.IsTelemetryEnabled = false;
        Diagnostics.IsDistributedTracingEnabled = false;
        Diagnostics.IsLoggingEnabled = false;
    }
}
