using Azure;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace EngagementBot.TextAnalytics.Resilience;

/// <summary>How a service outside is called, as a sentence. Who gets no answer falls back: <see cref="OutsideService.AskAsync"/> returns null.</summary>
internal static class ServiceResilience
{
    public static readonly ResiliencePropertyKey<Deadline> Deadline = new("deadline");

    public static ResiliencePipeline Pipeline(OutsideServiceLimits limits, TimeProvider clock, CircuitBreakerStateProvider circuit, Action opened) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddTimeout(UntilDeadline())
            .AddConcurrencyLimit(limits.Calls)
            .AddCircuitBreaker(WhenMostFail(limits, circuit, opened))
            .AddRetry(WhereItMayHelp(limits, clock))
            .AddTimeout(limits.Attempt)
            .Build();

    private static TimeoutStrategyOptions UntilDeadline() => new()
    {
        // Zero would mean no limit.
        TimeoutGenerator = arguments => new(Left(arguments.Context) is { Ticks: > 0 } left ? left : TimeSpan.FromMilliseconds(1)),
    };

    private static ResiliencePipelineBuilder AddConcurrencyLimit(this ResiliencePipelineBuilder builder, int calls) =>
        builder.AddStrategy(_ => new ConcurrencyLimit(calls), new ConcurrencyLimitOptions { Calls = calls });

    // What fails here has failed after its retries: most of many in a few seconds is no accident, though some are answered in between.
    // Where few write, OutsideService counts those that fail in a row, whatever lies between them.
    private static CircuitBreakerStrategyOptions WhenMostFail(OutsideServiceLimits limits, CircuitBreakerStateProvider circuit, Action opened) => new()
    {
        ShouldHandle = arguments => new(arguments.Outcome.Exception is { } failure && !Refusals.IsOfRequest(failure)),
        FailureRatio = 0.6,
        MinimumThroughput = 2,
        SamplingDuration = TimeSpan.FromSeconds(5),
        BreakDuration = limits.Break,
        StateProvider = circuit,
        OnOpened = _ =>
        {
            opened();
            return default;
        },
    };

    private static RetryStrategyOptions WhereItMayHelp(OutsideServiceLimits limits, TimeProvider clock) => new()
    {
        // A pause that the service asks for and that is longer than what is left is no use: give up at once.
        ShouldHandle = arguments => new(
            MayPass(arguments.Outcome.Exception) && !(RetryAfter.Of(arguments.Outcome.Exception, clock.GetUtcNow()) >= Left(arguments.Context))),
        MaxRetryAttempts = limits.Retries,
        BackoffType = DelayBackoffType.Exponential,
        Delay = limits.RetryPause,
        UseJitter = true,
        // A date that is over is no leave to repeat at once.
        DelayGenerator = arguments => new(RetryAfter.Of(arguments.Outcome.Exception, clock.GetUtcNow()) is { Ticks: > 0 } pause ? pause : null),
    };

    private static TimeSpan Left(ResilienceContext context) => context.Properties.GetValue(Deadline, default).Left;

    // Status 0: no answer came at all.
    private static bool MayPass(Exception? failure) =>
        failure is TimeoutRejectedException or IOException or HttpRequestException or RequestFailedException { Status: 0 or 408 or 429 or >= 500 };
}
