using EngagementBot.Web.Settings;
using EngagementBot.Web.TextMessages.Twilio;

namespace EngagementBot.Web.TextMessages;

/// <summary>Text messages: doors for the provider, and what works behind them.</summary>
internal static class TextMessageSetup
{
    public static IServiceCollection AddTextMessages(this IServiceCollection services, ServiceSettings settings)
    {
        services.AddSingleton<PhoneKey>();
        services.AddSingleton<PhoneNumbers>();
        services.AddSingleton<TextBell>();
        services.AddSingleton<TextIntake>();
        services.AddSingleton<TextReceiver>();
        services.AddSingleton<TextDesk>();
        if (!settings.TextMessages.IsOn)
            return services;
        if (settings.TextMessages.Twilio is { } account)
            services.AddTwilio(account);
        services.AddHostedService<TextWorker>();
        services.AddHostedService<TextSender>();
        if (settings.TextMessages.DeletesWords)
            services.AddHostedService<TextEraser>();
        return services;
    }

    public static void MapTextMessages(this WebApplication app) => app.MapTwilio();
}
