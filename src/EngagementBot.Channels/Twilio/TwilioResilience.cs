using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace EngagementBot.Channels.Twilio;

/// <summary>How Twilio's API is called: at most 10 s for an attempt, three attempts with jitter that wait as long as Twilio asks, and a pause
/// for a service that keeps failing.</summary>
internal sealed class TwilioResilience
{
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(15);

    // A longer pause is for the outbox: nobody waits inside a call.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    // All attempts together: shorter than whoever calls has a text for itself.
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(20);

    public TwilioResilience(TimeProvider clock)
    {
        Sending = Pipeline(clock, o => IsBusy(o.Result) || HasNotArrived(o.Exception));
        Asking = Pipeline(clock, IsPassing);
    }

    /// <summary>Only what has certainly not been taken is sent again.</summary>
    public ResiliencePipeline<HttpResponseMessage> Sending { get; }

    /// <summary>What may be asked or told twice.</summary>
    public ResiliencePipeline<HttpResponseMessage> Asking { get; }

    /// <summary>The connection was never made, so that nothing can have arrived.</summary>
    public static bool HasNotArrived(Exception? fault) => fault is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    /// <returns>Null if Twilio does not say.</returns>
    public static TimeSpan? RetryAfter(HttpResponseMessage? response) => response?.Headers.RetryAfter?.Delta is { } delta && delta >= TimeSpan.Zero ? delta : null;

    private static ResiliencePipeline<HttpResponseMessage> Pipeline(TimeProvider clock, Func<Outcome<HttpResponseMessage>, bool> mayRepeat) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddTimeout(LongestCall)
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = arguments => new ValueTask<bool>(mayRepeat(arguments.Outcome) && (RetryAfter(arguments.Outcome.Result) ?? TimeSpan.Zero) <= LongestWait),
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(RetryAfter(arguments.Outcome.Result)),
                MaxRetryAttempts = 2,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(300),
                UseJitter = true,
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = arguments => new ValueTask<bool>(IsPassing(arguments.Outcome)),
                MinimumThroughput = 20,
                BreakDuration = Break,
            })
            .AddTimeout(TimeSpan.FromSeconds(10))
            .Build();

    private static bool IsPassing(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or TimeoutRejectedException or IOException
        || outcome.Result is { StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError };

    private static bool IsBusy(HttpResponseMessage? response) => response is { StatusCode: HttpStatusCode.TooManyRequests };
}
