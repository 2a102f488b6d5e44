using System.Net;
using System.Net.Http.Json;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace EngagementBot.Channels.BotFramework;

/// <summary>Calls the Bot Connector, version 3: sends an activity to a conversation.</summary>
public sealed class ConnectorClient(HttpClient http)
{
    // At most 10 s for one attempt, three attempts with jitter where another may help, and a pause for a service that keeps failing.
    private readonly ResiliencePipeline<HttpResponseMessage> _resilience = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = arguments => new ValueTask<bool>(MayHelpToTryAgain(arguments.Outcome)),
            MaxRetryAttempts = 2,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(300),
            UseJitter = true,
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = arguments => new ValueTask<bool>(MayHelpToTryAgain(arguments.Outcome)),
            MinimumThroughput = 20,
            BreakDuration = TimeSpan.FromSeconds(10),
        })
        .AddTimeout(TimeSpan.FromSeconds(10))
        .Build();

    /// <summary>A reply to an activity where there is one, else a new activity in the conversation.</summary>
    /// <param name="activity">Addressed, with <c>serviceUrl</c> and <c>conversation.id</c>.</param>
    public async Task<ConnectorOutcome> SendAsync(Activity activity, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _resilience.ExecuteAsync(
                async token => await http.PostAsJsonAsync(Address(activity), activity, ActivityJson.Wire.Activity, token), cancellationToken);
            return response.IsSuccessStatusCode ? ConnectorOutcome.Delivered
                : IsPassing(response.StatusCode) ? ConnectorOutcome.TryLater
                : ConnectorOutcome.Refused;
        }
        catch (Exception fault) when (fault is HttpRequestException or TimeoutRejectedException or BrokenCircuitException)
        {
            return ConnectorOutcome.TryLater;
        }
    }

    private static Uri Address(Activity activity)
    {
        var conversation = $"{activity.ServiceUrl!.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(activity.Conversation!.Id!)}/activities";
        return new Uri(activity.ReplyToId is { Length: > 0 } id ? $"{conversation}/{Uri.EscapeDataString(id)}" : conversation);
    }

    private static bool MayHelpToTryAgain(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or TimeoutRejectedException || outcome.Result is { } response && IsPassing(response.StatusCode);

    private static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
}

public enum ConnectorOutcome
{
    Delivered,

    /// <summary>The channel is away or busy.</summary>
    TryLater,

    /// <summary>The channel does not take it, and will not.</summary>
    Refused,
}
