using Azure;
using Azure.Core;
using Azure.Identity;
using EngagementBot.Content;
using EngagementBot.Conversations.Understanding;
using EngagementBot.TextAnalytics.Azure;
using EngagementBot.TextAnalytics.Resilience;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.Hosting;

/// <summary>Azure AI Language in front of the local analysis, where the settings name one.</summary>
internal static class TextAnalyticsServices
{
    public static IServiceCollection AddTextAnalytics(this IServiceCollection services, TextAnalyticsSettings? settings)
    {
        if (settings is null)
            return services.AddSingleton(new LanguageService(null));
        services.AddSingleton(Client(settings));
        services.AddSingleton(p => new LanguageService(Guarded(p)));
        services.AddSingleton(p => new AzureTextAnalytics(
            p.GetRequiredService<TextAnalyticsClient>(), p.GetRequiredService<LanguageService>().Calls!, settings.Sharing, p.GetRequiredService<TimeProvider>()));
        return services.AddHostedService<ServiceUseLog>();
    }

    /// <summary>For one edition of the content.</summary>
    /// <returns>Null where the local analysis is alone.</returns>
    public static SecondOpinion? SecondOpinion(IServiceProvider services, ContentLibrary content) =>
        services.GetService<AzureTextAnalytics>() is { } azure
            ? new SecondOpinion(content, azure, services.GetRequiredService<ServiceSettings>().TextAnalytics!.IsAskedAlways, azure.Use)
            : null;

    private static OutsideService Guarded(IServiceProvider services)
    {
        var client = services.GetRequiredService<TextAnalyticsClient>();
        return new OutsideService(
            "Azure AI Language", new OutsideServiceLimits(), token => client.DetectLanguageAsync([new TextDocumentInput("Hello")], token),
            services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<OutsideService>>());
    }

    private static TextAnalyticsClient Client(TextAnalyticsSettings settings)
    {
        var options = new TextAnalyticsClientOptions { ApiVersion = settings.ApiVersion };
        return settings.Key is { } key
            ? new TextAnalyticsClient(settings.Endpoint, new AzureKeyCredential(key), options)
            : new TextAnalyticsClient(settings.Endpoint, Tokens(settings), options);
    }

    private static TokenCredential Tokens(TextAnalyticsSettings settings) => settings.Credential switch
    {
        TokenSource.WorkloadIdentity => new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions { ClientId = settings.ClientId ?? Environment.GetEnvironmentVariable("AZURE_CLIENT_ID") }),
        _ => new ManagedIdentityCredential(settings.ClientId is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned),
    };
}

/// <summary>The calls to Azure AI Language; other services have an <see cref="OutsideService"/> of their own.</summary>
/// <param name="Calls">Null where the local analysis is alone.</param>
internal sealed record LanguageService(OutsideService? Calls) : IDisposable
{
    /// <summary>Since when the local analysis stands in for it; null while it answers, and where it is not used.</summary>
    public DateTimeOffset? LocalSince => Calls?.AwaySince;

    public void Dispose() => Calls?.Dispose();
}
