using Azure;
using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Azure;
using EngagementBot.TextAnalytics.Resilience;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngagementBot.Tests.TextAnalytics.Azure;

/// <summary>The analysis of a turn against the server on loopback.</summary>
public abstract class AzureLanguageTests : IAsyncLifetime
{
    private protected LanguageServer Server { get; private set; } = null!;

    private protected LanguageOperations Operations { get; private set; } = null!;

    private protected AzureTextAnalytics Analytics { get; private set; } = null!;

    private protected static OutsideServiceLimits Limits { get; } = new() { Break = TimeSpan.FromSeconds(0.5) };

    private protected virtual TimeSpan Sharing => TimeSpan.FromMilliseconds(5);

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Server = await LanguageServer.StartAsync();
        var client = new TextAnalyticsClient(Server.Endpoint, new AzureKeyCredential(LanguageServer.Key));
        Operations = new LanguageOperations(client, Limits, TimeProvider.System, NullLogger<OutsideService>.Instance);
        Analytics = new AzureTextAnalytics(client, Operations, Sharing, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        Operations.Dispose();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected ValueTask<ServiceAnalysis> AnalyzeAsync(string text, bool sentiment = true, bool personalData = false, string soFar = "en") =>
        Analytics.AnalyzeAsync(new TextQuestion(text, soFar, Language: true, sentiment, personalData), Stop);
}
