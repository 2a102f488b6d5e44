using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;

namespace EngagementBot.TextAnalytics.Resilience;

/// <summary>An operation of a service outside that may fail without anyone noticing: it is asked within limits, left alone while it fails, and tried out
/// again in the background, so that no resident waits for it.</summary>
public sealed partial class OutsideService : IDisposable
{
    // One alone may be an accident. Counted without a window: where few write, hours may lie between two.
    private const int MostFailuresInARow = 2;

    // One refused request says nothing of the next; so many raise a doubt whether the service takes any.
    private const int RefusalsToDoubt = 5;

    private readonly ServiceOperation _operation;
    private readonly OutsideServiceLimits _limits;
    private readonly Func<CancellationToken, Task> _tryOut;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly ResiliencePipeline _pipeline;
    private readonly CircuitBreakerStateProvider _circuit = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _changing = new();
    private readonly OutsideServiceMetrics _metrics;
    private int _failuresInARow;
    private int _refusalsInARow;
    private DateTimeOffset _notBefore;
    private (DateTimeOffset At, bool Is) _away;

    /// <param name="tryOut">The cheapest request that shows that this operation answers again; no word of a resident is in it.</param>
    public OutsideService(ServiceOperation operation, OutsideServiceLimits limits, Func<CancellationToken, Task> tryOut, TimeProvider clock, ILogger<OutsideService> log)
    {
        (_operation, _limits, _tryOut, _clock, _log) = (operation, limits, tryOut, clock, log);
        _pipeline = ServiceResilience.Pipeline(limits, clock, _circuit, LeaveAlone);
        _metrics = new OutsideServiceMetrics(operation, () => AwaySince is not null);
    }

    public string Operation => _operation.Operation;

    /// <summary>Since when it has been left alone because it fails; null while it is asked.</summary>
    public DateTimeOffset? AwaySince
    {
        get
        {
            lock (_changing)
                return _away.Is ? _away.At : null;
        }
    }

    /// <summary>The time that one turn has for all that it asks.</summary>
    public Deadline NewDeadline() => new(_clock, _limits.Total);

    /// <summary>Asks, within the limits. The call runs to its own end or limit, whoever waits for it.</summary>
    /// <param name="ask">May be called several times. It throws where there is no answer.</param>
    /// <returns>Null if there is no answer until the deadline.</returns>
    /// <exception cref="OperationCanceledException">The caller does not wait any longer.</exception>
    public async Task<T?> AskAsync<T>(Func<CancellationToken, Task<T>> ask, Deadline deadline, CancellationToken cancellationToken = default)
        where T : class
    {
        if (AwaySince is not null || deadline.IsOver)
        {
            _metrics.NotAsked();
            return null;
        }
        return await RunAsync(ask, deadline).WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _metrics.Dispose();
    }

    private async Task<T?> RunAsync<T>(Func<CancellationToken, Task<T>> ask, Deadline deadline)
        where T : class
    {
        var begun = _clock.GetTimestamp();
        var context = ResilienceContextPool.Shared.Get(_stop.Token);
        context.Properties.Set(ServiceResilience.Deadline, deadline);
        try
        {
            var answer = await _pipeline.ExecuteAsync(static async (c, call) => await call(c.CancellationToken), context, ask);
            Interlocked.Exchange(ref _failuresInARow, 0);
            Interlocked.Exchange(ref _refusalsInARow, 0);
            _metrics.Answered(_clock.GetElapsedTime(begun));
            return answer;
        }
        // The request boundary of an outside service: whatever comes of it, the resident gets the local answer.
        catch (Exception failure)
        {
            var reason = _metrics.Failed(failure, _clock.GetElapsedTime(begun));
            Unanswered(_operation, reason);
            if (Refusals.IsOfRequest(failure))
            {
                Interlocked.Exchange(ref _failuresInARow, 0);
                if (Interlocked.Increment(ref _refusalsInARow) % RefusalsToDoubt == 0 && AwaySince is null)
                    _ = DoubtAsync();
                return null;
            }
            if (RetryAfter.Of(failure, _clock.GetUtcNow()) is { Ticks: > 0 } pause)
                LeaveAlone(pause);
            if (Interlocked.Increment(ref _failuresInARow) >= MostFailuresInARow)
                LeaveAlone();
            return null;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    // What it refuses of residents may lie in their words; what it is tried out with it takes, unless a setting is wrong.
    private async Task DoubtAsync()
    {
        if (await RunAsync(TriedOut, NewDeadline()) is null)
            LeaveAlone();
    }

    private void LeaveAlone(TimeSpan pause)
    {
        var until = _clock.GetUtcNow() + (pause < _limits.LongestPause ? pause : _limits.LongestPause);
        lock (_changing)
            _notBefore = until > _notBefore ? until : _notBefore;
        LeaveAlone();
    }

    private void LeaveAlone()
    {
        lock (_changing)
        {
            if (_away.Is || _stop.IsCancellationRequested)
                return;
            _away = (_clock.GetUtcNow(), true);
        }
        Away(_operation);
        _ = TryOutAsync();
    }

    private async Task TryOutAsync()
    {
        try
        {
            do
                await WaitForNextTryAsync();
            while (await RunAsync(TriedOut, NewDeadline()) is null || _circuit.CircuitState != CircuitState.Closed);
            lock (_changing)
                _away = default;
            Back(_operation);
        }
        catch (OperationCanceledException)
        {
            // The process ends.
        }
    }

    private async Task<object> TriedOut(CancellationToken cancellationToken)
    {
        await _tryOut(cancellationToken);
        return this;
    }

    private async Task WaitForNextTryAsync()
    {
        // A little longer than the breaker, which must let the trial through.
        await Task.Delay(_limits.Break + TimeSpan.FromMilliseconds(20), _clock, _stop.Token);
        // A failure opens the breaker before it is read how long the service asks to be left alone.
        while (LeftOfPause() is { Ticks: > 0 } left)
            await Task.Delay(left, _clock, _stop.Token);
    }

    private TimeSpan LeftOfPause()
    {
        lock (_changing)
            return _notBefore - _clock.GetUtcNow();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Service} keeps failing and is left alone; what the service has of its own is in use.")]
    private partial void Away(ServiceOperation service);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Service} answers again and is in use.")]
    private partial void Back(ServiceOperation service);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Service} gave no answer: {Reason}.")]
    private partial void Unanswered(ServiceOperation service, string reason);
}

/// <param name="Service">For people: Azure AI Language.</param>
/// <param name="Operation">What of it is asked, in a word or two: sentiment. Each has a breaker of its own.</param>
public sealed record ServiceOperation(string Service, string Operation)
{
    public override string ToString() => $"{Service} ({Operation})";
}
