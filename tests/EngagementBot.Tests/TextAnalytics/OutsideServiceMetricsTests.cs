using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using EngagementBot.TextAnalytics.Resilience;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngagementBot.Tests.TextAnalytics;

public sealed class OutsideServiceMetricsTests
{
    [Fact]
    public async Task CallsAreCountedByOperation()
    {
        var counted = new ConcurrentBag<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => l.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Add(string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))));
        listener.Start();
        var name = $"made up {Guid.NewGuid():N}";
        using var service = new OutsideService(
            new ServiceOperation(name, "feeling"), new OutsideServiceLimits(), _ => Task.CompletedTask, TimeProvider.System, NullLogger<OutsideService>.Instance);
        await service.AskAsync(_ => Task.FromResult("good"), service.NewDeadline(), TestContext.Current.CancellationToken);
        counted.ShouldContain($"service={name} operation=feeling outcome=answered");
    }
}
