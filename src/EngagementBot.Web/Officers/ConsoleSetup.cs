using EngagementBot.Conversations.TextMessages;
using EngagementBot.Web.Hosting;
using EngagementBot.Web.Officers.Texts;
using EngagementBot.Web.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace EngagementBot.Web.Officers;

/// <summary>The officers' console: sign-in by cookie, Razor Pages under <c>/console</c>.</summary>
internal static class ConsoleSetup
{
    public const string Home = "/console";

    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddScoped<OfficerCookie>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme).Configure<ServiceSettings>(OfficerCookie.Configure);
        services.AddAuthorization(ConsoleAccess.Configure);
        services.AddSingleton<OfficeClock>();
        services.AddSingleton<CaseTexts>();
        services.AddSingleton<ParkedTexts>();
        services.AddEditionPart<CaseLanguages>();
        services.Configure<AntiforgeryOptions>(options => ForConsole(options.Cookie, "console-form"));
        services.Configure<CookieTempDataProviderOptions>(options => ForConsole(options.Cookie, "console-status"));
        services.AddRazorPages(options =>
        {
            options.Conventions.AuthorizeFolder("/Console");
            options.Conventions.AllowAnonymousToPage("/Console/SignIn");
            options.Conventions.AllowAnonymousToPage("/Console/Welcome");
            options.Conventions.AuthorizePage("/Console/Queue", ConsoleAccess.OpensCases);
            options.Conventions.AuthorizePage("/Console/CaseFile", ConsoleAccess.OpensCases);
            options.Conventions.AuthorizePage("/Console/FirstText", ConsoleAccess.OpensCases);
            options.Conventions.AuthorizePage("/Console/Texts", ConsoleAccess.OpensCases);
            options.Conventions.AuthorizePage("/Console/Officers", ConsoleAccess.Oversees);
            options.Conventions.ConfigureFilter(new ExpiredFormFilter());
        });
        return services;
    }

    public static void MapConsole(this WebApplication app)
    {
        var isHttps = app.Services.GetRequiredService<ServiceSettings>().PublicUrl?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Home, StringComparison.OrdinalIgnoreCase), console => console.Use((context, next) =>
        {
            // Where a proxy in front speaks https, the officer's browser does too, and every cookie of the console is for https only.
            if (isHttps)
                context.Request.Scheme = Uri.UriSchemeHttps;
            // The framework's antiforgery warns in the log, page by page, where this does not say both.
            context.Response.Headers.CacheControl = "no-cache, no-store";
            return next(context);
        }));
        app.MapRazorPages();
        app.MapPictures();
    }

    private static void ForConsole(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = Home;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
