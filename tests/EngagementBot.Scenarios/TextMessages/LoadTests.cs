using System.Diagnostics;
using System.Globalization;
using System.Net;
using EngagementBot.Scenarios.Durability;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.TextMessages;

/// <summary>Many phones at once, and a service that is killed: nothing is lost, nothing comes twice, and each phone's texts come in order.</summary>
[Collection(nameof(Alone))]
public sealed class LoadTests(ITestOutputHelper output)
{
    private const int Phones = 1000;
    private static readonly string[] Words = ["menu", "is it safe to report a crime", "what is 287g"];

    [Fact]
    public Task AThousandPhonesAtOnceOnSqlite() => TextAtOnceAsync("SQLite", null);

    [Fact]
    public async Task AThousandPhonesAtOnceOnPostgreSql()
    {
        await using var place = await PostgreSqlPlace.MakeAsync();
        await TextAtOnceAsync("PostgreSQL", place.Settings);
    }

    [Fact]
    public Task KillsLoseNoTextAndDoubleNoneOnSqlite() => SurviveAsync("SQLite", null);

    [Fact]
    public async Task KillsLoseNoTextAndDoubleNoneOnPostgreSql()
    {
        await using var place = await PostgreSqlPlace.MakeAsync();
        await SurviveAsync("PostgreSQL", place.Settings);
    }

    private async Task TextAtOnceAsync(string database, IReadOnlyDictionary<string, string>? settings)
    {
        using var twilio = new FakeTwilio();
        await using var service = await ServiceProcess.StartAsync(With(twilio, settings));
        var expected = await AloneAsync(service, twilio);
        var begun = Stopwatch.StartNew();
        var waits = await Task.WhenAll(Enumerable.Range(1, Phones).Select(p => SayAllAsync(new PhoneLine(service.Address, Number(p)))));
        var taken = begun.Elapsed;
        await twilio.UntilAsync(t => t.Taken.Count >= (Phones + 1) * expected.Count, seconds: 180);
        var sent = begun.Elapsed;
        await Task.Delay(2000, TestContext.Current.CancellationToken);
        twilio.Wrong.ShouldBeEmpty();
        var byPhone = twilio.Taken.ToLookup(t => t.To, t => t.Body);
        for (var phone = 1; phone <= Phones; phone++)
            byPhone[Number(phone)].ShouldBe(expected);
        var answers = waits.SelectMany(w => w).Order().ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Figures: {database}: {Phones} phones, {Phones * Words.Length} texts in at once, taken in {taken.TotalSeconds:0.0} s (the webhook answers in {answers[answers.Count / 2].TotalMilliseconds:0} ms at the median, {answers[(int)(answers.Count * 0.99)].TotalMilliseconds:0} ms at p99, {answers[^1].TotalMilliseconds:0} ms at most), {Phones * expected.Count} texts out in {sent.TotalSeconds:0.0} s: 0 lost, 0 twice, 0 out of order"));
        answers[^1].ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    private async Task SurviveAsync(string database, IReadOnlyDictionary<string, string>? settings)
    {
        const int Kills = 5;
        const int PhonesAtEach = 12;
        using var twilio = new FakeTwilio();
        await using var service = await ServiceProcess.StartAsync(With(twilio, settings));
        var expected = await AloneAsync(service, twilio);
        twilio.Slowness = TimeSpan.FromMilliseconds(40);
        for (var kill = 0; kill < Kills; kill++)
        {
            var phones = Enumerable.Range(1 + (kill * PhonesAtEach), PhonesAtEach).Select(p => new PhoneLine(service.Address, Number(p))).ToList();
            await Task.WhenAll(phones.Select(SayAllAsync));
            // Stored and acknowledged; hardly any of it is sent.
            await Task.Delay(Random.Shared.Next(120), TestContext.Current.CancellationToken);
            await service.KillAsync();
            await service.StartAgainAsync();
        }
        await twilio.UntilAsync(t => t.Taken.Count >= ((Kills * PhonesAtEach) + 1) * expected.Count, seconds: 150);
        await Task.Delay(3000, TestContext.Current.CancellationToken);
        var byPhone = twilio.Taken.ToLookup(t => t.To, t => t.Body);
        for (var phone = 1; phone <= Kills * PhonesAtEach; phone++)
            byPhone[Number(phone)].ShouldBe(expected, Number(phone));
        output.WriteLine($"Figures: {database}: {Kills} kills between store and send, {Kills * PhonesAtEach * Words.Length} texts in, {Kills * PhonesAtEach * expected.Count} texts out: 0 lost, 0 twice, 0 out of order");
    }

    // What one phone hears, with nobody else there.
    private static async Task<IReadOnlyList<string>> AloneAsync(ServiceProcess service, FakeTwilio twilio)
    {
        await SayAllAsync(new PhoneLine(service.Address, Number(0)));
        await twilio.UntilAsync(t => t.To(Number(0)).Count > Words.Length);
        await Task.Delay(2000, TestContext.Current.CancellationToken);
        return twilio.To(Number(0));
    }

    private static async Task<IReadOnlyList<TimeSpan>> SayAllAsync(PhoneLine phone)
    {
        var waits = new List<TimeSpan>();
        foreach (var words in Words)
        {
            var begun = Stopwatch.StartNew();
            (await phone.SayAsync(words)).ShouldBe(HttpStatusCode.OK);
            waits.Add(begun.Elapsed);
        }
        return waits;
    }

    private static string Number(int phone) => $"+1555020{phone:D4}";

    private static Dictionary<string, string> With(FakeTwilio twilio, IReadOnlyDictionary<string, string>? settings) =>
        twilio.Settings.Concat(settings ?? new Dictionary<string, string>()).ToDictionary();
}
