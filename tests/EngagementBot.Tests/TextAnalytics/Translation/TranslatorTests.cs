using System.Diagnostics;
using Azure;
using Azure.Core.Pipeline;
using EngagementBot.Tests.TextAnalytics.Azure;
using EngagementBot.TextAnalytics.Resilience;
using EngagementBot.TextAnalytics.Translation;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngagementBot.Tests.TextAnalytics.Translation;

/// <summary>Azure AI Translator as its reference describes it, and as it misbehaves.</summary>
public sealed class TranslatorTests : IAsyncLifetime
{
    private static readonly OutsideServiceLimits Limits = new()
    {
        Total = TimeSpan.FromSeconds(3), Attempt = TimeSpan.FromSeconds(1.2), Retries = 2, RetryPause = TimeSpan.FromMilliseconds(20), Break = TimeSpan.FromSeconds(0.5),
    };

    private static readonly LanguageFault[] AllFaults =
    [
        LanguageFault.Unauthorized, LanguageFault.Forbidden, LanguageFault.TooMany(30), LanguageFault.Error, LanguageFault.Unavailable, LanguageFault.Hangs, LanguageFault.HalfBody,
        LanguageFault.WrongJson, LanguageFault.OtherJson, LanguageFault.Trickles, LanguageFault.Reset, Answer("[]"), Answer("null"), Answer("""[{"translations":[]}]"""),
        Answer("""[{"translations":[{"text":"Hello","to":"fr"}]}]"""), Answer("""[{"translations":[{"text":"Hello","to":"en"}]},{"translations":[{"text":"more","to":"en"}]}]"""),
    ];

    private TranslatorServer _server = null!;
    private OutsideService _service = null!;
    private MachineTranslator _translator = null!;

    public static TheoryData<int> Faults => [.. Enumerable.Range(0, AllFaults.Length)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await TranslatorServer.StartAsync("eastus");
        var client = Client();
        _service = new OutsideService(new("test", "translation"), Limits, token => client.TranslateAsync(["Hello"], "en", "es", token), TimeProvider.System, NullLogger<OutsideService>.Instance);
        _translator = new MachineTranslator(client, _service);
    }

    public async ValueTask DisposeAsync()
    {
        _service.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task EachTextHasItsTranslationInItsPlace()
    {
        (await TextsAsync(["Bonjou", " ", "Mèsi \"anpil\""], "ht", "en")).ShouldBe(["[ht > en] Bonjou", null, "[ht > en] Mèsi \"anpil\""]);
        _server.Received.ShouldHaveSingleItem().Texts.ShouldBe(["Bonjou", "Mèsi \"anpil\""]);
        _server.Refused.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("es", "es")]
    [InlineData("pt-BR", "pt")]
    [InlineData("ht", "ht")]
    [InlineData("fr", "fr")]
    [InlineData("zh-Hans", "zh-Hans")]
    [InlineData("vi", "vi")]
    [InlineData("ko", "ko")]
    [InlineData("tl", "fil")]
    [InlineData("ru", "ru")]
    [InlineData("ar", "ar")]
    [InlineData("hi", "hi")]
    public async Task LanguageIsCalledAsTheServiceCallsIt(string tag, string code)
    {
        (await TextsAsync(["Hello"], "en", tag)).ShouldBe([$"[en > {code}] Hello"]);
        (await TextsAsync(["Hello"], tag, "en")).ShouldBe([$"[{code} > en] Hello"]);
    }

    [Fact]
    public async Task NoRequestIsLongerThanTheServiceTakes()
    {
        string[] texts = [new('a', 30_000), new('b', 20_000), new('c', 1), new('d', 50_001), new('e', 50_000)];
        var translated = await _translator.TranslateAsync(texts, "es", "en", Stop);
        translated.Select(t => t.Text is not null).ShouldBe([true, true, true, false, true]);
        translated[3].ShouldBe(TextTranslation.Refused);
        _server.Received.Select(r => r.Texts.Count).ShouldBe([2, 1, 1]);
        await _translator.TranslateAsync([.. Enumerable.Repeat("sí", 1001)], "es", "en", Stop);
        _server.Received.Skip(3).Select(r => r.Texts.Count).ShouldBe([1000, 1]);
        _server.Refused.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://api.cognitive.microsofttranslator.com", "https://api.cognitive.microsofttranslator.com/translate?api-version=3.0&from=en&to=es")]
    [InlineData("https://api-nam.cognitive.microsofttranslator.com/", "https://api-nam.cognitive.microsofttranslator.com/translate?api-version=3.0&from=en&to=es")]
    [InlineData("https://marlow.cognitiveservices.azure.com/", "https://marlow.cognitiveservices.azure.com/translator/text/v3.0/translate?api-version=3.0&from=en&to=es")]
    public async Task EndpointOfTheServiceAndOfAResourceHaveTheirOwnPaths(string endpoint, string address)
    {
        using var line = new CutLine();
        var client = new TextTranslationClient(new Uri(endpoint), new AzureKeyCredential(TranslatorServer.Key), new TextTranslationClientOptions { Transport = new HttpClientTransport(line) });
        await Should.ThrowAsync<RequestFailedException>(() => client.TranslateAsync(["Hello"], "en", "es", Stop));
        line.Asked.ShouldBe(address);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task WhateverTheServiceDoesThereIsATranslationOrNoneWithinTheLimit(int fault)
    {
        _server.Behaviour = _ => AllFaults[fault];
        var begun = Stopwatch.StartNew();
        (await _translator.TranslateAsync(["Hola"], "es", "en", Stop)).ShouldBe([TextTranslation.None], AllFaults[fault].Name);
        // The rest is for a machine that does other things too.
        begun.Elapsed.ShouldBeLessThan(Limits.Total + TimeSpan.FromSeconds(3), AllFaults[fault].Name);
    }

    [Fact]
    public async Task PassingFaultIsTriedAgain()
    {
        _server.Behaviour = n => n <= 2 ? LanguageFault.Error : LanguageFault.None;
        (await TextsAsync(["Hola"], "es", "en")).ShouldBe(["[es > en] Hola"]);
    }

    [Fact]
    public async Task WrongKeyIsNotTriedAgain()
    {
        var stranger = new TextTranslationClient(_server.Endpoint, new AzureKeyCredential("another-key"), new TextTranslationClientOptions { Region = "eastus" });
        (await Should.ThrowAsync<RequestFailedException>(() => stranger.TranslateAsync(["Hola"], "es", "en", Stop))).Status.ShouldBe(401);
        (await new MachineTranslator(stranger, _service).TranslateAsync(["Hola"], "es", "en", Stop)).ShouldBe([TextTranslation.None]);
        _server.Refused.ShouldBe(["key", "key"]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    public async Task TextThatTheServiceRefusesCostsTheOthersNothing_AndIsNoFailureOfTheService(int status)
    {
        _server.Refuses = t => t.StartsWith("bad", StringComparison.Ordinal) ? status : null;
        for (var turn = 0; turn < 3; turn++)
            (await _translator.TranslateAsync(["uno", "bad", "dos", "tres", "bad too"], "es", "en", Stop)).ShouldBe(
                [new("[es > en] uno"), TextTranslation.Refused, new("[es > en] dos"), new("[es > en] tres"), TextTranslation.Refused]);
        (await _translator.TranslateAsync(["bad"], "es", "en", Stop)).ShouldBe([TextTranslation.Refused]);
        _service.AwaySince.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task TextOfWhichTheServiceHasNothingToSayCostsTheOthersNothing(string answer)
    {
        _server.Words = (text, _, _) => text == "hm" ? answer : "said";
        (await _translator.TranslateAsync(["uno", "hm"], "es", "en", Stop)).ShouldBe([new("said"), TextTranslation.Refused]);
        (await _translator.TranslateAsync(["hm"], "es", "en", Stop)).ShouldBe([TextTranslation.Refused]);
        _service.AwaySince.ShouldBeNull();
    }

    [Fact]
    public async Task OneElementThatMakesNoSenseCostsTheOthersNothing()
    {
        _server.Behaviour = _ => Answer("""[{"translations":[{"text":"one","to":"en"}]},{"translations":[]}]""");
        (await _translator.TranslateAsync(["uno", "dos"], "es", "en", Stop)).ShouldBe([new("one"), TextTranslation.Refused]);
    }

    private async Task<IEnumerable<string?>> TextsAsync(IReadOnlyList<string> texts, string from, string to) =>
        (await _translator.TranslateAsync(texts, from, to, Stop)).Select(t => t.Text);

    private TextTranslationClient Client() =>
        new(_server.Endpoint, new AzureKeyCredential(TranslatorServer.Key), new TextTranslationClientOptions { Region = "eastus" });

    private static LanguageFault Answer(string json) => new(json, (context, _, stop) =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(json), stop).AsTask();
    });

    // Nothing leaves this machine.
    private sealed class CutLine : HttpMessageHandler
    {
        public string? Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = request.RequestUri!.AbsoluteUri;
            throw new HttpRequestException("cut");
        }
    }
}
