using System.Diagnostics;
using System.Text.Json;
using Azure;
using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Azure;

namespace EngagementBot.Tests.TextAnalytics.Azure;

/// <summary>Whatever the service does, a turn has its answer within the limit: the service's, or none.</summary>
[Collection(Alone)]
public sealed class FaultTests : AzureLanguageTests
{
    private const string Alone = "Turns against a limit of seconds, so that nothing else may run";

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
        var deadline = Operations.NewDeadline();
        var begun = Stopwatch.StartNew();
        var answer = await Operations.Language.AskAsync(_ => Server.Received.Count == 0 ? CallAsync() : Task.FromResult("good"), deadline, Stop);
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
        // Limits are counted for each feature by itself.
        Server.Received.Select(r => r.Kind).ShouldBe(["LanguageDetection", "SentimentAnalysis"]);
        Operations.Language.AwaySince.ShouldNotBeNull();
    }

    [Fact]
    public async Task NothingIsAskedBeforeTheDateThatTheServiceNames()
    {
        Server.Behaviour = (n, _) => n == 1 ? LanguageFault.TooManyUntil(TimeSpan.FromSeconds(1)) : LanguageFault.None;
        var begun = Stopwatch.StartNew();
        await AnalyzeAsync(Text, sentiment: false);
        begun.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(0.7));
        while (begun.Elapsed < TimeSpan.FromSeconds(0.9))
            await AnalyzeAsync(Text, sentiment: false);
        Server.Received.Count.ShouldBe(1);
        await LeftAloneAsync();
        Server.Received.Count.ShouldBe(2);
    }

    [Fact]
    public async Task DateThatIsOverIsNoLeaveToRepeatAtOnce()
    {
        Server.Behaviour = (_, _) => LanguageFault.TooManyUntil(TimeSpan.FromMinutes(-1));
        var begun = Stopwatch.StartNew();
        await AnalyzeAsync(Text, sentiment: false);
        // Three pauses of 40 ms, doubled and scattered, are together never shorter.
        begun.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task LongestPauseThatTheServiceAsksForIsKept_ThoughTheSameFailureOpensTheBreaker()
    {
        var (longer, shorter, release) = (await RefusalAsync(2), await RefusalAsync(1), new TaskCompletionSource());
        var underWay = Operations.Language.AskAsync<string>(
            async _ =>
            {
                await release.Task;
                throw shorter;
            },
            Operations.NewDeadline().Share(0.5), Stop);
        await Operations.Language.AskAsync<string>(_ => throw new JsonException(), Operations.NewDeadline(), Stop);
        var away = Stopwatch.StartNew();
        await Operations.Language.AskAsync<string>(_ => throw longer, Operations.NewDeadline(), Stop);
        release.SetResult();
        await underWay;
        while (Operations.Language.AwaySince is not null)
            await Task.Delay(20, Stop);
        away.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(1.9));
    }

    // A turn does not wait until a failure is counted, and a trial has its pause.
    private async Task LeftAloneAsync(params string[] operations)
    {
        for (var waited = 0; !Operations.All.Where(o => o.AwaySince is not null).Select(o => o.Operation).SequenceEqual(operations); waited++)
        {
            waited.ShouldBeLessThan(100);
            await Task.Delay(50, Stop);
        }
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
    public async Task ServiceThatHangsIsLeftAloneAfterTwoTurns_AndTriedOutInTheBackground()
    {
        Server.Behaviour = (_, _) => LanguageFault.Hangs;
        await AnalyzeAsync(Text, personalData: true);
        await AnalyzeAsync(Text);
        await LeftAloneAsync("language", "sentiment");
        var begun = Stopwatch.StartNew();
        for (var turn = 0; turn < 100; turn++)
            (await AnalyzeAsync(Text)).ShouldBe(ServiceAnalysis.None);
        begun.Elapsed.ShouldBeLessThan(TimeSpan.FromMilliseconds(500));
        Server.Behaviour = (_, _) => LanguageFault.None;
        await LeftAloneAsync();
        (await AnalyzeAsync(Text)).Language!.Iso6391Name.ShouldBe("en");
        Server.Received.ShouldAllBe(r => r.Documents[0].Text == Text || r.Documents[0].Text == "Hello");
    }

    [Theory]
    [InlineData("LanguageDetection", "language")]
    [InlineData("SentimentAnalysis", "sentiment")]
    [InlineData("PiiEntityRecognition", "personal data")]
    public async Task OperationThatHangsAloneIsLeftAlone_AndTheOthersAreAskedOn(string kind, string operation)
    {
        Server.Behaviour = (_, request) => request.Kind == kind ? LanguageFault.Hangs : LanguageFault.None;
        await AnalyzeAsync(Text, personalData: true);
        await AnalyzeAsync(Text, personalData: true);
        await LeftAloneAsync(operation);
        var (begun, before) = (Stopwatch.StartNew(), Server.Received.Count);
        var heard = await AnalyzeAsync(Text, personalData: true);
        begun.Elapsed.ShouldBeLessThan(Limits.Attempt);
        new object?[] { heard.Language, heard.Sentiment, heard.Masked }.Count(h => h is not null).ShouldBe(2);
        Server.Behaviour = (_, _) => LanguageFault.None;
        await LeftAloneAsync();
        // It was tried out by itself, and with no word of a resident.
        Server.Received.Skip(before).Where(r => r.Kind == kind).ShouldAllBe(r => r.Documents[0].Text == "Hello");
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

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class Timed;
}
