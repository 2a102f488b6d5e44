using Azure;
using EngagementBot.Conversations.Turns;
using EngagementBot.TextAnalytics.Resilience;
using EngagementBot.TextAnalytics.Translation;
using EngagementBot.Web.Officers;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.Hosting;

/// <summary>Azure AI Translator, where the settings name one.</summary>
internal static class TranslationServices
{
    // The service itself allows for 15 s (service-limits, Latency). No officer waits for so long: CaseTranslations has limits of its own.
    private static readonly OutsideServiceLimits Limits = new()
    {
        Total = TimeSpan.FromSeconds(15),
        Attempt = TimeSpan.FromSeconds(7),
        Retries = 2,
        RetryPause = TimeSpan.FromMilliseconds(200),
        Break = TimeSpan.FromSeconds(15),
        Calls = 8,
    };

    public static IServiceCollection AddTranslation(this IServiceCollection services, ServiceSettings settings)
    {
        services.AddSingleton(InUse(settings));
        services.AddSingleton<CaseTranslations>();
        return services.AddSingleton(p => settings.Translation is { } given ? Service(p, given) : new TranslationService(null, null));
    }

    private static ServicesInUse InUse(ServiceSettings settings)
    {
        var names = new List<string>();
        if (settings.TextAnalytics is not null)
            names.Add("Azure AI Language");
        if (settings.Translation is not null)
            names.Add("Azure AI Translator");
        return new ServicesInUse(names);
    }

    private static TranslationService Service(IServiceProvider services, TranslationSettings settings)
    {
        var client = new TextTranslationClient(settings.Endpoint, new AzureKeyCredential(settings.Key), new TextTranslationClientOptions { Region = settings.Region });
        var calls = new OutsideService(
            new ServiceOperation("Azure AI Translator", "translation"), Limits, token => client.TranslateAsync(["Hello"], "en", "es", token), services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<OutsideService>>());
        return new TranslationService(new MachineTranslator(client, calls), calls);
    }
}

/// <summary>Azure AI Translator and the calls to it; both null where nothing is translated.</summary>
internal sealed record TranslationService(MachineTranslator? Translator, OutsideService? Calls) : IDisposable
{
    public void Dispose() => Calls?.Dispose();
}
