using System.Diagnostics;
using System.Text.Json;
using Azure;
using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Azure;

namespace EngagementBot.Tests.TextAnalytics.Azure;

/// <summary>Whatever the service does, a turn has its answer within the limit: the service's, or none.</summary>
public sealed class FaultTests : AzureLanguageTests
{
    private const string Text = "the deputy shouted at my mother";

    // The limit, and room for a busy machine.
    private static readonly TimeSpan Longest = Limits.Total + TimeSpan.FromSeconds(1.5);

    public static TheoryData<int> Faults => [.. Enumerable.Range(0, AllFaults.Length)];

    private static readonly LanguageFault[] AllFaults =
    [
        LanguageFault.Unauthorized, LanguageFault.Forbidden, LanguageFault.TooMany(30), LanguageFault.TooManyUntil(TimeSpan.FromSeconds(30)), LanguageFault.Error,
        LanguageFault.Unavailable, LanguageFault.RequestTimeout, LanguageFault.Hangs, LanguageFault.HalfBody, LanguageFault.WrongJson, LanguageFault.OtherJson,
        LanguageFault.Trickles, LanguageFault.Reset,
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task TurnGoesOnWithoutTheService(int fault)
    {
        Server.Behaviour = (_, _) => AllFaults[fault];
        var begun = Stopwatch.StartNew();
        (await AnalyzeAsync(Text)).ShouldBe(ServiceAnalysis.None, AllFaults[fault].Name);
        begun.Elapsed.ShouldBeLessThan(Longest, AllFaults[fault].Name);
    }

    [Fact]
    public async Task RefusedConnectionsAreNoAnswer()
    {
        await Server.GoAwayAsync();
        (await AnalyzeAsync(Text)).ShouldBe(ServiceAnalysis.None);
    }

    [Fact]
    public async Task ThreeErrorsAndThenGoodIsAnswered()
    {
        Server.Behaviour = (n, _) => n <= 3 ? LanguageFault.Error : LanguageFault.None;
        (await AnalyzeAsync(Text, sentiment: false)).Language!.Iso6391Name.ShouldBe("en");
        Server.Received.Count.ShouldBe(4);
    }

    [Fact]
    public async Task OneFaultLeavesTheRestToTheService()
    {
        Server.Behaviour = (_, request) => request.Kind == "LanguageDetection" ? LanguageFault.Error : LanguageFault.None;
        var heard = await AnalyzeAsync(Text, soFar: "es");
        heard.Language.ShouldBeNull();
        heard.Sentiment!.Sentiment.ShouldBe(TextSentiment.Neutral);
        Server.Received[^1].Documents[0].Language.ShouldBe("es");
    }

    [Fact]
    public async Task ShortPauseThatTheServiceAsksForIsKept()
    {
        Server.Behaviour = (n, _) => n == 1 ? LanguageFault.TooMany(1) : LanguageFault.None;
        var deadline = Service.NewDeadline();
        var begun = Stopwatch.StartNew();
        var answer = await Service.AskAsync(_ => Server.Received.Count == 0 ? CallAsync() : Task.FromResult("good"), deadline, Stop);
        answer.ShouldBe("good");
        begun.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(0.9), Longest);

        async Task<string> CallAsync()
        {
            await new TextAnalyticsClient(Server.Endpoint, new AzureKeyCredential(LanguageServer.Key)).DetectLanguageAsync([new("Hello")], Stop);
            return "never";
        }
    }

    [Fact]
    public async Task LongPauseThatTheServiceAsksForIsKeptByAllTurns()
    {
        Server.Behaviour = (_, _) => LanguageFault.TooMany(30);
        var begun = Stopwatch.StartNew();
        await AnalyzeAsync(Text);
        await AnalyzeAsync(Text);
        begun.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
        Server.Received.Count.ShouldBe(1);
        Service.AwaySince.ShouldNotBeNull();
    }

    [Fact]
    public async Task LongestPauseThatTheServiceAsksForIsKept_ThoughTheSameFailureOpensTheBreaker()
    {
        var (longer, shorter, release) = (await RefusalAsync(2), await RefusalAsync(1), new TaskCompletionSource());
        var underWay = Service.AskAsync<string>(
            async _ =>
            {
                await release.Task;
                throw shorter;
            },
            Service.NewDeadline().Share(0.5), Stop);
        await Service.AskAsync<string>(_ => throw new JsonException(), Service.NewDeadline(), Stop);
        var away = Stopwatch.StartNew();
        await Service.AskAsync<string>(_ => throw longer, Service.NewDeadline(), Stop);
        release.SetResult();
        await underWay;
        while (Service.AwaySince is not null)
            await Task.Delay(20, Stop);
        away.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(1.9));
    }

    private async Task<RequestFailedException> RefusalAsync(int seconds)
    {
        Server.Behaviour = (_, _) => LanguageFault.TooMany(seconds);
        var client = new TextAnalyticsClient(Server.Endpoint, new AzureKeyCredential(LanguageServer.Key));
        var refusal = await Should.ThrowAsync<RequestFailedException>(() => client.DetectLanguageAsync([new("Hello")], Stop));
        Server.Behaviour = (_, _) => LanguageFault.None;
        return refusal;
    }

    [Fact]
    public async Task ServiceThatHangsIsLeftAloneAfterOneTurn_AndTriedOutInTheBackground()
    {
        Server.Behaviour = (_, _) => LanguageFault.Hangs;
        await AnalyzeAsync(Text, personalData: true);
        await AnalyzeAsync(Text);
        Service.AwaySince.ShouldNotBeNull();
        var begun = Stopwatch.StartNew();
        for (var turn = 0; turn < 100; turn++)
            (await AnalyzeAsync(Text)).ShouldBe(ServiceAnalysis.None);
        begun.Elapsed.ShouldBeLessThan(TimeSpan.FromMilliseconds(500));
        Server.Behaviour = (_, _) => LanguageFault.None;
        for (var waited = 0; Service.AwaySince is not null; waited++)
        {
            waited.ShouldBeLessThan(100);
            await Task.Delay(50, Stop);
        }
        (await AnalyzeAsync(Text)).Language!.Iso6391Name.ShouldBe("en");
        Server.Received.ShouldAllBe(r => r.Documents[0].Text == Text || r.Documents[0].Text == "Hello");
    }

    [Fact]
    public async Task UnknownLanguageIsNone_AndTheRestIsAskedInTheLanguageSoFar()
    {
        Server.Opinions = new() { Language = _ => ("(Unknown)", 0) };
        var heard = await AnalyzeAsync(Text, soFar: "tl");
        heard.Language.ShouldBe(DetectedLanguage.Unknown);
        Server.Received[^1].Documents[0].Language.ShouldBe("fil");
    }

    [Fact]
    public async Task FeelingIsNotAskedInALanguageThatTheServiceDoesNotHave()
    {
        Server.Opinions = new() { Language = _ => ("ht", 0.97) };
        (await AnalyzeAsync("polis la te rele sou manman m", personalData: true)).Language!.Iso6391Name.ShouldBe("ht");
        Server.Received.Select(r => r.Kind).ShouldBe(["LanguageDetection"]);
    }
}
