using System.Collections.Concurrent;
using EngagementBot.Scenarios.Service;
using EngagementBot.Scenarios.TextMessages;

[assembly: AssemblyFixture(typeof(RunningServices))]

namespace EngagementBot.Scenarios.Service;

/// <summary>Services that ordinary tests share: one for each agency that is asked for, started when first needed.</summary>
public sealed class RunningServices : IAsyncDisposable
{
    private readonly Lazy<FakeTwilio> _twilio = new(() => new FakeTwilio());
    private readonly ConcurrentDictionary<string, Lazy<Task<ServiceProcess>>> _byAgency = [];

    /// <param name="agency">A model (JEM, WSO, TFM) or a participation (none, considering, unknown).</param>
    internal Task<ServiceProcess> OfAsync(string agency = "WSO") =>
        _byAgency.GetOrAdd(agency, a => new Lazy<Task<ServiceProcess>>(() => ServiceProcess.StartAsync(Settings(a)))).Value;

    /// <summary>Twilio for <see cref="TextingAsync"/>.</summary>
    internal FakeTwilio Twilio => _twilio.Value;

    /// <summary>A service that texts.</summary>
    internal Task<ServiceProcess> TextingAsync() => _byAgency.GetOrAdd("texting", _ => new Lazy<Task<ServiceProcess>>(() => ServiceProcess.StartAsync(Twilio.Settings))).Value;

    public async ValueTask DisposeAsync()
    {
        if (_twilio.IsValueCreated)
            Twilio.Dispose();
        foreach (var service in _byAgency.Values.Where(s => s.Value.IsCompletedSuccessfully))
            await (await service.Value).DisposeAsync();
    }

    private static Dictionary<string, string> Settings(string agency) => agency is "none" or "considering" or "unknown"
        ? new() { ["Agency__Participation"] = agency }
        : new() { ["Agency__Participation"] = "active", ["Agency__Models__0"] = agency };
}
