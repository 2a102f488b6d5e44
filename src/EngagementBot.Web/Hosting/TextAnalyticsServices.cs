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
        services.AddSingleton(p => new LanguageService(new LanguageOperations(
            p.GetRequiredService<TextAnalyticsClient>(), new OutsideServiceLimits(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<OutsideService>>())));
        services.AddSingleton(p => new AzureTextAnalytics(
            p.GetRequiredService<TextAnalyticsClient>(), p.GetRequiredService<LanguageService>().Operations!, settings.Sharing, p.GetRequiredService<TimeProvider>()));
        return services.AddHostedService<ServiceUseLog>();
    }

    /// <summary>For one edition of the content.</summary>
    /// <returns>Null where the local analysis is alone.</returns>
    public static SecondOpinion? SecondOpinion(IServiceProvider services, ContentLibrary content) =>
        services.GetService<AzureTextAnalytics>() is { } azure
            ? new SecondOpinion(content, azure, services.GetRequiredService<ServiceSettings>().TextAnalytics!.IsAskedAlways, azure.Use)
            : null;

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
/// <param name="Operations">Null where the local analysis is alone.</param>
internal sealed record LanguageService(LanguageOperations? Operations) : IDisposable
{
    /// <summary>Since when the local analysis stands in, and for what; null while the service answers, and where it is not used.</summary>
    public StandIn? StandIn => Operations is null ? null : StandIn.Of([.. Operations.All.Select(o => (o.Operation, o.AwaySince))]);

    public void Dispose() => Operations?.Dispose();
}

/// <param name="For">The operations that are away; empty where all are.</param>
internal sealed record StandIn(DateTimeOffset Since, IReadOnlyList<string> For)
{
    /// <returns>Null while none is away.</returns>
    public static StandIn? Of(IReadOnlyList<(string Operation, DateTimeOffset? AwaySince)> operations)
    {
        var away = operations.Where(o => o.AwaySince is not null).ToList();
        return away.Count == 0 ? null : new StandIn(away.Min(o => o.AwaySince!.Value), away.Count == operations.Count ? [] : away.ConvertAll(o => o.Operation));
    }
}
