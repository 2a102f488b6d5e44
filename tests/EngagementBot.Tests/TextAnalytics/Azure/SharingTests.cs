using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Azure;

namespace EngagementBot.Tests.TextAnalytics.Azure;

/// <summary>Documents of turns at the same time share a request, and nothing else.</summary>
public sealed class SharingTests : AzureLanguageTests
{
    private protected override TimeSpan Sharing => TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task TextsOfThirtyTurnsGoTogether_TenForFeelingAndFiveForPersonalData()
    {
        Server.Opinions = new() { Sentiment = d => (d.Text.EndsWith('7') ? "negative" : "positive", 0.9), Language = t => (t.EndsWith('7') ? "es" : "fr", 0.9) };
        var heard = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => AnalyzeAsync($"text {i}", personalData: true).AsTask()));
        Sizes("LanguageDetection").ShouldBe([30]);
        Sizes("SentimentAnalysis").ShouldBe([10, 10, 10]);
        Sizes("PiiEntityRecognition").ShouldBe([5, 5, 5, 5, 5, 5]);
        for (var i = 0; i < 30; i++)
        {
            heard[i].Language!.Iso6391Name.ShouldBe(i % 10 == 7 ? "es" : "fr");
            heard[i].Sentiment!.Sentiment.ShouldBe(i % 10 == 7 ? TextSentiment.Negative : TextSentiment.Positive);
        }
        (Analytics.Use.Documents, Analytics.Use.Requests).ShouldBe((90, 10));
        Server.Refused.ShouldBeEmpty();
    }

    [Fact]
    public async Task LanguagesAreMixedInOneRequest()
    {
        Server.Opinions = new() { Language = t => (t[..2], 0.9) };
        await Task.WhenAll(AnalyzeAsync("es hola a todos").AsTask(), AnalyzeAsync("ru всем привет").AsTask());
        Server.Received[^1].Documents.Select(d => d.Language).Order().ShouldBe(["es", "ru"]);
    }

    [Fact]
    public async Task ErrorOfOneDocumentAndAMissingOneLeaveTheOthersAlone()
    {
        Server.Opinions = new() { IsRefused = t => t == "bad", IsForgotten = t => t == "lost" };
        var heard = await Task.WhenAll(AnalyzeAsync("good").AsTask(), AnalyzeAsync("bad").AsTask(), AnalyzeAsync("lost").AsTask());
        heard[0].Language.ShouldNotBeNull();
        heard[0].Sentiment.ShouldNotBeNull();
        heard[1].ShouldBe(ServiceAnalysis.None);
        heard[2].ShouldBe(ServiceAnalysis.None);
    }

    [Fact]
    public async Task TurnThatIsCancelledCancelsNoOther()
    {
        Server.Latency = TimeSpan.FromMilliseconds(100);
        using var gone = new CancellationTokenSource();
        var cancelled = Analytics.AnalyzeAsync(new TextQuestion("gone", "en", true, true, false), gone.Token).AsTask();
        var other = AnalyzeAsync("here").AsTask();
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => cancelled);
        (await other).Sentiment.ShouldNotBeNull();
    }

    [Fact]
    public async Task RequestStaysBelowTheLimitOfItsSize()
    {
        var text = string.Concat(Enumerable.Repeat("警察拦下了我的车。", 500));
        await Task.WhenAll(Enumerable.Range(0, 80).Select(_ => AnalyzeAsync(text, sentiment: false).AsTask()));
        Sizes("LanguageDetection").Sum().ShouldBe(80);
        Sizes("LanguageDetection").Count().ShouldBeGreaterThan(1);
        Server.Received.ShouldAllBe(r => r.Documents.Sum(d => d.Text.Length) * 3 < 1_000_000);
    }

    [Theory]
    [InlineData(5119)]
    [InlineData(5120)]
    public void TextThatFitsIsNotCut(int length) => DocumentText.Cut(new string('x', length)).Length.ShouldBe(length);

    [Fact]
    public void LongTextIsCutAtASentence()
    {
        var cut = DocumentText.Cut(string.Concat(Enumerable.Repeat("They stopped my car again. ", 300)));
        cut.ShouldEndWith("again.");
        cut.Length.ShouldBeInRange(5000, 5120);
    }

    [Fact]
    public void LettersOfSeveralSignsCountOnce()
    {
        var family = string.Concat(Enumerable.Repeat("👨‍👩‍👧", 5200));
        new System.Globalization.StringInfo(DocumentText.Cut(family)).LengthInTextElements.ShouldBe(5120);
    }

    private IEnumerable<int> Sizes(string kind) => Server.Received.Where(r => r.Kind == kind).Select(r => r.Documents.Count);
}
