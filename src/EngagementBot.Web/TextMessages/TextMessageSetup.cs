using EngagementBot.Web.Settings;
using EngagementBot.Web.TextMessages.TryOut;
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
        services.AddSingleton<PageAddress>();
        if (settings.TextMessages.Twilio is { } account)
            services.AddTwilio(account);
        else if (settings.TextMessages.IsTriedOut)
            services.AddTryOut();
        else
            return services;
        services.AddHostedService<TextWorker>();
        services.AddHostedService<TextSender>();
        services.AddHostedService<PictureWorker>();
        if (settings.TextMessages.DeletesWords)
            services.AddHostedService<TextEraser>();
        return services;
    }

    public static void MapTextMessages(this WebApplication app)
    {
        app.MapTwilio();
        if (app.Services.GetRequiredService<ServiceSettings>().TextMessages.IsTriedOut)
            app.MapTryOut();
    }
}
