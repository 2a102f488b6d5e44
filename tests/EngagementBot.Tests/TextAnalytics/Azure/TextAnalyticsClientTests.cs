using System.Text.Json;
using Azure;
using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Azure;

namespace EngagementBot.Tests.TextAnalytics.Azure;

/// <summary>The client against exchanges that were recorded with the real service.</summary>
public sealed class TextAnalyticsClientTests : IAsyncLifetime
{
    private LanguageServer _server = null!;
    private TextAnalyticsClient _client = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await LanguageServer.StartAsync();
        _client = new TextAnalyticsClient(_server.Endpoint, new AzureKeyCredential(LanguageServer.Key));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task LanguagesAreReadById_AndADocumentThatFailedHasNone()
    {
        var found = await _client.DetectLanguageAsync(Recorded("language-detection"), Stop);
        found.ShouldBe([new DetectedLanguage("English", "en", 1), null, new DetectedLanguage("Spanish", "es", 1)]);
        ShouldHaveBeenTaken();
    }

    [Fact]
    public async Task RomanisedHindiIsHindi() =>
        (await _client.DetectLanguageAsync(Recorded("language-detection-script"), Stop)).Single()!.Iso6391Name.ShouldBe("hi");

    [Fact]
    public async Task SmileysHaveNoLanguage() =>
        (await _client.DetectLanguageAsync(Recorded("language-detection-unknown"), Stop))[3].ShouldBe(DetectedLanguage.Unknown);

    [Fact]
    public async Task FeelingIsReadWithTheOpinionsInIt()
    {
        var found = await _client.AnalyzeSentimentAsync(Recorded("sentiment-opinion-mining"), Stop);
        found[0]!.Sentiment.ShouldBe(new DocumentSentiment(TextSentiment.Positive, 0.95));
        found[0]!.Opinions.Single().Target.ShouldBe("park");
        found[0]!.Opinions.Single().ConfidenceScore.ShouldNotBeNull().ShouldBeInRange(0.5, 1);
        found[0]!.Opinions.Single().Assessments.ShouldBe([new AssessmentSentiment("fun", IsNegated: false)]);
        found[1]!.Sentiment.ShouldBe(new DocumentSentiment(TextSentiment.Negative, 0.94));
        ShouldHaveBeenTaken();
    }

    [Fact]
    public async Task PersonalNumbersAreCoveredOnce_WhateverWasRecognisedInTheSamePlace()
    {
        var documents = Recorded("pii-v3.1");
        var found = await _client.RecognizePiiEntitiesAsync(documents, Stop);
        var covered = documents.Zip(found).Select(p => p.Second is null ? null : PersonalEntities.Cover(p.First.Text, p.Second)).ToList();
        covered[0]!.Text.ShouldBe("A developer with SSN ••••••••• whose phone number is ••••••••• is building tools with our APIs.");
        covered[0]!.Kinds.ShouldBe(["social-security", "phone"]);
        covered[1].ShouldBeNull();
        covered[2]!.Text.ShouldBe("Your ABA number - ••••••••• - is the first 9 digits in the lower left hand corner of your personal check.");
        ShouldHaveBeenTaken();
    }

    [Fact]
    public async Task NothingIsAskedForThatAComplaintNeeds_AndNothingIsLogged()
    {
        await _client.RecognizePiiEntitiesAsync([new("Deputy Smith stopped me at 12 Oak Street", "en")], Stop);
        await _client.AnalyzeSentimentAsync([new("Deputy Smith stopped me", "en")], Stop);
        await _client.DetectLanguageAsync([new("Deputy Smith stopped me")], Stop);
        var categories = _server.Received[0].Parameters["piiCategories"]!.AsArray().Select(c => c!.GetValue<string>()).ToList();
        categories.ShouldContain("USSocialSecurityNumber");
        categories.Intersect(["Person", "PersonType", "Organization", "Address", "DateTime", "Date", "Age"]).ShouldBeEmpty();
        _server.Received.ShouldAllBe(r => r.Parameters["loggingOptOut"]!.GetValue<bool>());
        ShouldHaveBeenTaken();
    }

    [Fact]
    public async Task RefusedRequestThrows()
    {
        var stranger = new TextAnalyticsClient(_server.Endpoint, new AzureKeyCredential("another-key"));
        var refused = await Should.ThrowAsync<RequestFailedException>(() => stranger.DetectLanguageAsync([new("Hello")], Stop));
        refused.Status.ShouldBe(401);
    }

    [Fact]
    public async Task AnswerOfAnotherServiceThrows()
    {
        _server.Behaviour = (_, _) => LanguageFault.OtherJson;
        await Should.ThrowAsync<JsonException>(() => _client.DetectLanguageAsync([new("Hello")], Stop));
    }

    private static List<TextDocumentInput> Recorded(string name) =>
        [.. RecordedExchange.Of(name).Documents.Select(d => new TextDocumentInput(d!["text"]!.GetValue<string>(), d["language"]?.GetValue<string>()))];

    private void ShouldHaveBeenTaken() => _server.Refused.ShouldBeEmpty();
}
