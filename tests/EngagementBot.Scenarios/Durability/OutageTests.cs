using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using EngagementBot.Scenarios.Clients;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.Durability;

[Collection(nameof(Alone))]
public sealed class OutageTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(20);
    // Four residents and one caller share an address, and stay below what it may send.
    private static readonly TimeSpan Reading = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("stopped")]
    [InlineData("frozen")]
    public async Task PostgreSqlThatGoesAwayUnderLoadLosesNothingAcknowledged(string how)
    {
        await using var server = await PostgreSqlServer.StartAsync();
        await using var service = await ServiceProcess.StartAsync(server.Settings);
        using var caller = new DirectLineCaller(service.Address);
        var (id, token) = await caller.StartAsync();
        var residents = await Task.WhenAll(Enumerable.Range(0, 4).Select(r => PatientResident.ArriveAsync(service.Address, 0, r, Reading)));
        using var enough = new CancellationTokenSource();
        var complaining = residents.Select(r => r.ComplainAsync(enough.Token)).ToList();
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        var before = residents.Sum(r => r.Complaints.Count);

        await (how == "stopped" ? server.StopAsync() : server.FreezeAsync());
        var answers = await SayMeanwhileAsync(caller, id, token);
        await (how == "stopped" ? server.StartAgainAsync() : server.ThawAsync());
        var recovery = await RecoveredAsync(caller, id, token);
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        await enough.CancelAsync();
        await Task.WhenAll(complaining);

        var acknowledged = residents.SelectMany(r => r.Complaints).Where(c => c.Receipt is not null).ToList();
        var found = await TextsAsync(service);
        var lost = acknowledged.Count(c => !found.Contains(c.Text));
        var doubled = found.Count - found.Distinct().Count();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Figures: PostgreSQL {how} for {Away.TotalSeconds:0} s under load: {residents.Sum(r => r.BrokenOff) + answers.Count} turns refused, recovered after {recovery.TotalSeconds:0.0} s, {acknowledged.Count} complaints acknowledged ({before} before), {lost} lost, {doubled} doubled"));

        if (how == "stopped")
            answers.ShouldNotBeEmpty();
        foreach (var answer in answers)
            answer.ShouldBeError(HttpStatusCode.BadGateway, "BotRejectedActivity");
        residents.Sum(r => r.BrokenOff).ShouldBeGreaterThan(0);
        acknowledged.Count.ShouldBeGreaterThan(before - residents.Length);
        lost.ShouldBe(0);
        doubled.ShouldBe(0);
        found.Count.ShouldBe(acknowledged.Count);
    }

    // What is answered while the database is away. The last message may find it back.
    private static async Task<List<Answer>> SayMeanwhileAsync(DirectLineCaller caller, string id, string token)
    {
        var away = Stopwatch.StartNew();
        var answers = new List<Answer>();
        while (away.Elapsed < Away)
        {
            var answer = caller.SayAsync(id, token, "what is 287g");
            if (await Task.WhenAny(answer, Task.Delay(Away - away.Elapsed)) != answer)
                break;
            answers.Add(await answer);
            await Task.Delay(200);
        }
        return answers;
    }

    private static async Task<TimeSpan> RecoveredAsync(DirectLineCaller caller, string id, string token)
    {
        var back = Stopwatch.StartNew();
        while ((await caller.SayAsync(id, token, "what is 287g")).Status != HttpStatusCode.OK)
        {
            back.Elapsed.ShouldBeLessThan(LongestRecovery);
            await Task.Delay(100);
        }
        return back.Elapsed;
    }

    private static async Task<List<string>> TextsAsync(ServiceProcess service)
    {
        var export = await service.CommandAsync(["cases", "export", "--format", "json"]);
        export.ExitCode.ShouldBe(0, export.Error);
        using var cases = JsonDocument.Parse(export.Output);
        return [.. cases.RootElement.EnumerateArray().Select(c => c.GetProperty("text").GetString()!)];
    }
}
