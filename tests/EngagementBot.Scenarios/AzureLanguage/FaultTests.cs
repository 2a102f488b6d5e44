using System.Globalization;
using EngagementBot.Scenarios.BotFramework;
using EngagementBot.Scenarios.Service;
using EngagementBot.Tests.TextAnalytics.Azure;

namespace EngagementBot.Scenarios.AzureLanguage;

/// <summary>Azure AI Language misbehaves in every known way, and residents are answered as always. The table goes to the test's output.</summary>
[Collection(nameof(Alone))]
public sealed class FaultTests(ITestOutputHelper output)
{
    // What the service may take, and room for a busy machine.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1.5 + 1.5);

    private const int Residents = 10;
    private const int TurnsOfEach = 4;

    // Neither language nor feeling can be told from it, so that the answer shows whose opinion it follows.
    private const string Words = "blorp zimtak quux wibble dorvan";
    private const string FromAzure = "Solo puedo ayudar";

    private static readonly LanguageFault[] Faults =
    [
        LanguageFault.None, LanguageFault.Unauthorized, LanguageFault.Forbidden, LanguageFault.TooMany(4), LanguageFault.TooManyUntil(TimeSpan.FromSeconds(5)),
        LanguageFault.Unavailable, LanguageFault.RequestTimeout, LanguageFault.Hangs, LanguageFault.HalfBody, LanguageFault.WrongJson, LanguageFault.OtherJson,
        LanguageFault.Trickles, LanguageFault.Reset,
    ];

    [Fact]
    public async Task EveryTurnIsAnsweredWithinTheLimit_WhateverTheServiceDoes()
    {
        await using var bot = await FrontedService.StartAsync();
        bot.Azure.Opinions = Spanish;
        await bot.TalkAsync(Words);
        output.WriteLine("| fault | turns | requests that failed | answered | by Azure | p50 ms | p99 ms |");
        output.WriteLine("| --- | --: | --: | --: | --: | --: | --: |");
        foreach (var fault in Faults)
        {
            bot.Azure.Behaviour = (_, _) => fault;
            var heard = await TalkAsync(bot, fault.Name);
            heard.Count(IsFromAzure).ShouldBe(fault == LanguageFault.None ? heard.Count : 0, fault.Name);
            await RecoverAsync(bot);
        }
        bot.Azure.Behaviour = (n, _) => n % 4 == 0 ? LanguageFault.None : LanguageFault.Error;
        (await TalkAsync(bot, "500 three times, then good", residents: 1)).ShouldAllBe(h => IsFromAzure(h));
        bot.Azure.Behaviour = (_, _) => LanguageFault.None;
        await WithOpinionsAsync(bot, Spanish with { Language = _ => ("(Unknown)", 0) }, "language (Unknown)");
        await WithOpinionsAsync(bot, Spanish with { IsRefused = _ => true }, "an error for each document inside a 200");
        await WithOpinionsAsync(bot, Spanish with { IsForgotten = _ => true }, "documents missing from the answer");
        await bot.Azure.GoAwayAsync();
        (await TalkAsync(bot, "refused connections")).ShouldNotContain(h => IsFromAzure(h));
    }

    [Fact]
    public async Task NoCaseIsLostWhileThreeOfTenRequestsFail()
    {
        const int residents = 50;
        LanguageFault[] faults = [LanguageFault.Error, LanguageFault.Unavailable, LanguageFault.Reset, LanguageFault.HalfBody, LanguageFault.WrongJson, LanguageFault.Hangs];
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("ENGAGEMENTBOT_FAULT_SECONDS"), CultureInfo.InvariantCulture, out var asked) ? asked : 20;
        await using var bot = await FrontedService.StartAsync();
        bot.Azure.Opinions = Spanish;
        bot.Azure.Latency = TimeSpan.FromMilliseconds(40);
        // The limit is the service's, not that of a process that compiles itself.
        await Task.WhenAll(Enumerable.Range(0, residents).Select(_ => ComplainAsync(bot, new CancellationTokenSource(500).Token)));
        var (before, sent) = ((await bot.CasesAsync()).Count, bot.Azure.Received.Count);
        bot.Azure.Behaviour = (n, _) => Random.Shared.NextDouble() < 0.3 ? faults[n % faults.Length] : LanguageFault.None;
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var all = await Task.WhenAll(Enumerable.Range(0, residents).Select(_ => ComplainAsync(bot, enough.Token)));
        var (turns, receipts) = (all.SelectMany(a => a.Turns).ToList(), all.Sum(a => a.Receipts));
        Report($"30 % of requests at random, {residents} residents, {seconds} s", turns, bot.Azure.Faults);
        output.WriteLine($"{bot.Azure.Received.Count - sent} requests with {bot.Azure.Received.Skip(sent).Sum(r => r.Documents.Count)} texts; {receipts} receipts, {(await bot.CasesAsync()).Count - before} cases");
        ((await bot.CasesAsync()).Count - before).ShouldBe(receipts);
        // A turn that asks the service nothing shows how busy the machine is.
        var busy = turns.Where(t => !t.AsksAzure).Max(t => t.Took);
        output.WriteLine($"Turns that ask Azure nothing: p99 {Percentile([.. turns.Where(t => !t.AsksAzure)], 0.99):0} ms, slowest {busy.TotalMilliseconds:0} ms");
        turns.Where(t => t.Took >= TimeSpan.FromSeconds(1.5) + busy).ShouldBeEmpty();
        turns.ShouldContain(t => IsFromAzure(t), "the service's answer is used where it gives one");
        bot.Azure.Refused.ShouldBeEmpty();
    }

    [Fact]
    public async Task ServiceThatIsLeftAloneCostsATurnNothing()
    {
        await using var broken = await FrontedService.StartAsync();
        await using var alone = await FrontedService.StartAsync("LocalOnly");
        broken.Azure.Behaviour = (_, _) => LanguageFault.Hangs;
        await Task.WhenAll(broken.TalkAsync(Words, Words, Words), alone.TalkAsync(Words, Words, Words));
        var (withIt, without) = (new List<Heard>(), new List<Heard>());
        for (var turn = 0; turn < 300; turn++)
        {
            withIt.Add(await broken.SayAsync(Channel.NewConversation(), Words));
            without.Add(await alone.SayAsync(Channel.NewConversation(), Words));
        }
        var ratio = Median(withIt) / Median(without);
        output.WriteLine($"A turn with the breaker open {Median(withIt):0.00} ms, local analysis only {Median(without):0.00} ms: ratio {ratio:0.00}; slowest with the breaker open {withIt.Max(h => h.Took.TotalMilliseconds):0} ms");
        ratio.ShouldBeLessThan(1.4);
        broken.Azure.Received.SelectMany(r => r.Documents).Count(d => d.Text == Words).ShouldBeLessThan(10);
    }

    private static LanguageOpinions Spanish => new() { Language = t => (t == Words ? "es" : "en", 0.95) };

    private static bool IsFromAzure(Heard heard) => heard.Text.Contains(FromAzure, StringComparison.Ordinal);

    private async Task WithOpinionsAsync(FrontedService bot, LanguageOpinions opinions, string name)
    {
        bot.Azure.Opinions = opinions;
        (await TalkAsync(bot, name)).ShouldNotContain(h => IsFromAzure(h));
        bot.Azure.Opinions = Spanish;
    }

    private async Task<List<Heard>> TalkAsync(FrontedService bot, string fault, int residents = Residents)
    {
        var before = bot.Azure.Faults;
        var heard = (await Task.WhenAll(Enumerable.Range(0, residents).Select(async _ =>
        {
            var said = new List<Heard>();
            for (var turn = 0; turn < TurnsOfEach; turn++)
                said.Add(await bot.SayAsync(Channel.NewConversation(), Words));
            return said;
        }))).SelectMany(h => h).ToList();
        Report(fault, heard, bot.Azure.Faults - before);
        heard.ShouldAllBe(h => h.Text.Length > 0 && h.Took < Limit, fault);
        return heard;
    }

    private void Report(string fault, List<Heard> heard, int failed) => output.WriteLine(
        $"| {fault} | {heard.Count} | {failed} | {heard.Count(h => h.Text.Length > 0)} | {heard.Count(IsFromAzure)} | {Median(heard):0} | {Percentile(heard, 0.99):0} |");

    private static async Task RecoverAsync(FrontedService bot)
    {
        bot.Azure.Behaviour = (_, _) => LanguageFault.None;
        for (var waited = 0; !IsFromAzure(await bot.SayAsync(Channel.NewConversation(), Words)); waited++)
        {
            waited.ShouldBeLessThan(120, "the service answers again, and is not asked");
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }
    }

    // One message that only Azure understands, then a whole complaint.
    private static async Task<(List<Heard> Turns, int Receipts)> ComplainAsync(FrontedService bot, CancellationToken enough)
    {
        var (turns, receipts) = (new List<Heard>(), 0);
        while (!enough.IsCancellationRequested)
        {
            turns.Add(await bot.SayAsync(Channel.NewConversation(), Words));
            var conversation = Channel.NewConversation();
            foreach (var text in new[] { "the deputy shouted at my mother yesterday", "at the old courthouse building", "No contact", "File it" })
                turns.Add(await bot.SayAsync(conversation, text) with { AsksAzure = text.StartsWith("the ", StringComparison.Ordinal) });
            turns[^1].Text.ShouldContain("receipt");
            receipts++;
        }
        return (turns, receipts);
    }

    private static double Median(List<Heard> heard) => Percentile(heard, 0.5);

    private static double Percentile(List<Heard> heard, double share) =>
        heard.Select(h => h.Took.TotalMilliseconds).Order().ElementAt((int)Math.Ceiling(heard.Count * share) - 1);
}
