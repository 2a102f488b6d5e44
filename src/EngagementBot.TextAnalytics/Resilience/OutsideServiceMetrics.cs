using System.Diagnostics.Metrics;
using Azure;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace EngagementBot.TextAnalytics.Resilience;

/// <summary>The meter <c>EngagementBot.OutsideServices</c>: calls by service, operation and outcome, their time, and whether the operation is away.</summary>
internal sealed class OutsideServiceMetrics : IDisposable
{
    public const string MeterName = "EngagementBot.OutsideServices";

    private readonly KeyValuePair<string, object?> _service;
    private readonly KeyValuePair<string, object?> _operation;
    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _calls;
    private readonly Histogram<double> _time;

    public OutsideServiceMetrics(ServiceOperation operation, Func<bool> isAway)
    {
        (_service, _operation) = (new("service", operation.Service), new("operation", operation.Operation));
        _calls = _meter.CreateCounter<long>("engagementbot.outside_service.calls", "{call}", "Calls, by outcome");
        _time = _meter.CreateHistogram<double>("engagementbot.outside_service.duration", "s", "From the first attempt to the answer or the end of waiting");
        _meter.CreateObservableGauge(
            "engagementbot.outside_service.away", () => new Measurement<int>(isAway() ? 1 : 0, _service, _operation), description: "1 while the operation fails and is left alone");
    }

    public void Answered(TimeSpan took) => Count("answered", took);

    /// <returns>The reason, in a word.</returns>
    public string Failed(Exception failure, TimeSpan took)
    {
        var reason = Reason(failure);
        Count(reason, took);
        return reason;
    }

    public void NotAsked() => _calls.Add(1, _service, _operation, new("outcome", "not-asked"));

    public void Dispose() => _meter.Dispose();

    // The message of an exception could hold a resident's words.
    private static string Reason(Exception failure) => failure switch
    {
        RequestFailedException { Status: > 0 and var status } => $"status-{status}",
        TimeoutRejectedException or OperationCanceledException => "too-late",
        BrokenCircuitException => "left-alone",
        RequestFailedException or IOException or HttpRequestException => "no-connection",
        _ => failure.GetType().Name,
    };

    private void Count(string outcome, TimeSpan took)
    {
        _calls.Add(1, _service, _operation, new("outcome", outcome));
        _time.Record(took.TotalSeconds, _service, _operation, new("outcome", outcome));
    }
}
