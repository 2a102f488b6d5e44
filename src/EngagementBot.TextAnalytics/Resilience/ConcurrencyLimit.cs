using Polly;

namespace EngagementBot.TextAnalytics.Resilience;

/// <summary>Lets a number of calls through at a time; the others wait until one ends or their time is over. (Polly's own limiter is a package of its own.)</summary>
internal sealed class ConcurrencyLimit(int calls) : ResilienceStrategy, IDisposable
{
    private readonly SemaphoreSlim _places = new(calls);

    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        try
        {
            await _places.WaitAsync(context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext);
        }
        catch (OperationCanceledException over)
        {
            return Outcome.FromException<TResult>(over);
        }
        try
        {
            return await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}

internal sealed class ConcurrencyLimitOptions : ResilienceStrategyOptions
{
    public required int Calls { get; init; }
}
