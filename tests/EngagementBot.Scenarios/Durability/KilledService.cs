using System.Diagnostics;
using System.Text.Json;
using EngagementBot.Scenarios.DirectLine;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.Durability;

/// <summary>A service that is killed again and again while several residents complain.</summary>
internal sealed class KilledService(int number, int kills, IReadOnlyDictionary<string, string>? database)
{
    private const int Residents = 4;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    // Counting which methods are hot costs a third of a start and helps nothing that lives for less than a second.
    private static readonly Dictionary<string, string> ShortLife = new() { ["DOTNET_TieredPGO"] = "0" };

    public int KillsInATurn { get; private set; }

    public IReadOnlyList<PatientResident> Patient { get; private set; } = [];

    public IReadOnlyList<MarkedComplaint> Acknowledged => [.. Patient.SelectMany(r => r.Complaints).Where(c => c.Receipt is not null)];

    /// <summary>The texts of all cases, as <c>cases export</c> has them.</summary>
    public IReadOnlyList<string> Found { get; private set; } = [];

    /// <summary>Receipts of a sample that show no case.</summary>
    public IReadOnlyList<string> ReceiptsNotFound { get; private set; } = [];

    public async Task RunAsync()
    {
        await using var service = await ServiceProcess.StartAsync(ShortLife.Concat(database ?? new Dictionary<string, string>()).ToDictionary());
        Patient = await Task.WhenAll(Enumerable.Range(0, Residents).Select(r => PatientResident.ArriveAsync(service.Address, number, r)));
        using var enough = new CancellationTokenSource();
        var complaining = Patient.Select(r => r.ComplainAsync(enough.Token)).ToList();
        for (var kill = 0; kill < kills && !complaining.Any(c => c.IsCompleted); kill++)
            await KillAndStartAgainAsync(service, isInATurn: kill % 2 == 1);
        await enough.CancelAsync();
        await Task.WhenAll(complaining);
        Found = await ExportAsync(service);
        ReceiptsNotFound = await LookUpAsync(service);
    }

    // Every second time at any moment up to 400 ms after it is ready, else in the middle of a turn, after some turns have come through.
    private async Task KillAndStartAgainAsync(ServiceProcess service, bool isInATurn)
    {
        if (isInATurn)
            await SomeTurnsAsync(Random.Shared.Next(1, 6));
        await Task.Delay(Random.Shared.Next(isInATurn ? 12 : 401));
        KillsInATurn += Patient.Any(r => r.IsWaiting) ? 1 : 0;
        await service.KillAsync();
        await service.StartAgainAsync();
    }

    private async Task SomeTurnsAsync(int turns)
    {
        var goal = Patient.Sum(r => r.Answered) + turns;
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < LongestWait && (Patient.Sum(r => r.Answered) < goal || !Patient.Any(r => r.IsWaiting)))
            await Task.Delay(1);
    }

    private static async Task<IReadOnlyList<string>> ExportAsync(ServiceProcess service)
    {
        var export = await service.CommandAsync(["cases", "export", "--format", "json"]);
        export.ExitCode.ShouldBe(0, export.Error);
        using var cases = JsonDocument.Parse(export.Output);
        return [.. cases.RootElement.EnumerateArray().Select(c => c.GetProperty("text").GetString()!)];
    }

    private async Task<IReadOnlyList<string>> LookUpAsync(ServiceProcess service)
    {
        using var resident = await DirectLineClient.StartAsync(service.Address);
        var missing = new List<string>();
        foreach (var receipt in Acknowledged.Where((_, i) => i % 5 == 0).Select(c => c.Receipt!))
        {
            var replies = await resident.SayAsync(receipt);
            if (!replies.Any(r => r.Text.StartsWith("Your case ", StringComparison.Ordinal)))
                missing.Add(receipt);
        }
        return missing;
    }
}
