using System.Diagnostics;
using System.Globalization;

namespace EngagementBot.Scenarios.Durability;

public sealed class DurabilityTests(ITestOutputHelper output)
{
    // Each has its own data; on a machine with two cores a third one only makes the others slower.
    private const int Services = 2;

    private static int Kills =>
        int.TryParse(Environment.GetEnvironmentVariable("ENGAGEMENTBOT_TEST_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 100;

    [Fact]
    public Task AcknowledgedComplaintsSurviveKillsOnSqlite() => SurviveAsync("SQLite", Enumerable.Repeat<PostgreSqlPlace?>(null, Services));

    [Fact]
    public async Task AcknowledgedComplaintsSurviveKillsOnPostgreSql()
    {
        await using var one = await PostgreSqlPlace.MakeAsync();
        await using var other = await PostgreSqlPlace.MakeAsync();
        await SurviveAsync("PostgreSQL", [one, other]);
    }

    private async Task SurviveAsync(string database, IEnumerable<PostgreSqlPlace?> places)
    {
        var begun = Stopwatch.StartNew();
        var services = places.Select((place, s) => new KilledService(s, (Kills + Services - 1) / Services, place?.Settings)).ToList();
        await Task.WhenAll(services.Select(s => s.RunAsync()));

        var acknowledged = services.SelectMany(s => s.Acknowledged).ToList();
        var found = services.SelectMany(s => s.Found).ToList();
        var lost = acknowledged.Where(c => !found.Contains(c.Text)).ToList();
        var doubled = found.GroupBy(t => t).Where(g => g.Count() > 1).ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Figures: {database}: {Kills} kills ({services.Sum(s => s.KillsInATurn)} in a turn), {services.Sum(s => s.Patient.Sum(r => r.BrokenOff))} requests broken off or refused, {begun.Elapsed.TotalSeconds:0} s"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Figures: {database}: {acknowledged.Count} complaints acknowledged, {found.Count} found, {lost.Count} lost, {doubled.Count} doubled"));

        acknowledged.Count.ShouldBeGreaterThan(Kills / 10);
        services.Sum(s => s.KillsInATurn).ShouldBeGreaterThanOrEqualTo(Kills / 2);
        lost.ShouldBeEmpty();
        doubled.ShouldBeEmpty();
        found.Count.ShouldBe(acknowledged.Count);
        services.SelectMany(s => s.ReceiptsNotFound).ShouldBeEmpty();
    }
}
