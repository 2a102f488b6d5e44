using System.Text.Encodings.Web;
using System.Text.Unicode;
using EngagementBot.Channels.BotFramework;
using EngagementBot.Web.BotFramework;
using EngagementBot.Web.Chat;
using EngagementBot.Web.DirectLine;
using EngagementBot.Web.Officers;
using EngagementBot.Web.Settings;
using EngagementBot.Web.TextMessages;
using EngagementBot.Storage;
using Microsoft.Extensions.WebEncoders;

namespace EngagementBot.Web.Hosting;

/// <summary>The web service: built, prepared, run.</summary>
internal static class WebService
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (string.IsNullOrEmpty(builder.Configuration["Urls"]))
            builder.WebHost.UseUrls(ServiceSettings.DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var settings = ServiceSettings.Read(builder.Configuration, builder.Environment.IsProduction(), builder.Environment.IsDevelopment());
        builder.Services.AddStorage(settings).AddBot(settings).AddDoors().AddTextMessages(settings).AddConsole().AddRateLimits();
        await using var app = builder.Build();
        await StartUp.PrepareAsync(app);
        app.UseSafety();
        app.MapChat();
        app.MapDirectLine();
        app.MapMessages();
        app.MapTextMessages();
        app.MapConsole();
        app.MapHealth();
        return await StartUp.RunAsync(app);
    }

    private static IServiceCollection AddDoors(this IServiceCollection services)
    {
        services.AddProblemDetails();
        // Pages are UTF-8: only what means something in HTML is escaped.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<ActivityMapping>();
        services.AddSingleton<ConversationFeed>();
        services.AddSingleton<ConversationStream>();
        services.AddSingleton<UsedStreams>();
        services.AddSingleton<TurnFailures>();
        services.AddForeignPages();
        services.AddEditionPart<ChatPages>();
        services.AddSingleton<ServiceUrls>();
        // A redirect could lead where the address itself may not.
        services.AddHttpClient<ConnectorClient>().ConfigurePrimaryHttpMessageHandler(
            p => new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, ConnectCallback = p.GetRequiredService<ServiceUrls>().ConnectAsync });
        services.AddHostedService<OutboxSender>();
        services.AddHostedService<Housekeeping>();
        services.AddHostedService<ContentWatch>();
        services.AddResponseCompression(options => options.EnableForHttps = true);
        return services;
    }

    private static void UseSafety(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseWhen(AsksForPage, pages => pages.UseStatusCodePagesWithReExecute("/missing"));
        app.Use(SecurityHeaders.AddAsync);
        app.UseResponseCompression();
        app.UseStaticFiles(StaticPages.Options);
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(20) });
        app.UseAuthentication();
        app.UseAuthorization();
    }

    // A browser gets a page that people can read; whatever else asks gets ProblemDetails.
    private static bool AsksForPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments(ConsoleSetup.Home, StringComparison.OrdinalIgnoreCase);

    private static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", async (Casework.Cases.ICaseStore cases, CancellationToken cancellationToken) =>
        {
            await cases.CountUnclaimedUrgentAsync(cancellationToken);
            return Results.Text("ready");
        });
    }
}
