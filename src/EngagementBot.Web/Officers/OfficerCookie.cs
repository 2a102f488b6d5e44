using System.Globalization;
using System.Security.Claims;
using EngagementBot.Casework.Officers;
using EngagementBot.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace EngagementBot.Web.Officers;

/// <summary>The sign-in of an officer: a number and a security stamp, checked against the store on each request.</summary>
internal sealed class OfficerCookie(IOfficerStore store) : CookieAuthenticationEvents
{
    /// <summary>Ends a sign-in that nobody uses, counted from the last page that the officer asked for.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(8);

    private const string Stamp = "stamp";

    public static void Configure(CookieAuthenticationOptions options, ServiceSettings settings)
    {
        options.EventsType = typeof(OfficerCookie);
        options.LoginPath = "/console/sign-in";
        options.AccessDeniedPath = "/console/no-access";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = Life;
        options.SlidingExpiration = true;
        options.Cookie.Name = "console";
        options.Cookie.Path = ConsoleSetup.Home;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = settings.PublicUrl?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true
            ? CookieSecurePolicy.Always
            : CookieSecurePolicy.SameAsRequest;
    }

    public static ClaimsPrincipal PrincipalOf(Officer officer) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, officer.Id.ToString(CultureInfo.InvariantCulture)), new Claim(Stamp, officer.SecurityStamp)],
        CookieAuthenticationDefaults.AuthenticationScheme));

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var officer = long.TryParse(id, CultureInfo.InvariantCulture, out var number) ? await store.FindAsync(number, context.HttpContext.RequestAborted) : null;
        if (officer is { Disabled: false } && officer.SecurityStamp == context.Principal!.FindFirstValue(Stamp))
        {
            context.HttpContext.Features.Set(new SignedIn(officer));
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    // The queue that refreshes itself on an empty desk must not keep the sign-in alive.
    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        if (IsScript(context.Request))
            context.ShouldRenew = false;
        return Task.CompletedTask;
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => RedirectAsync(context, StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => RedirectAsync(context, StatusCodes.Status403Forbidden);

    // Without scheme and host, which are not the public ones behind a proxy. After a form, the officer returns to the page that it stood on.
    private static Task RedirectAsync(RedirectContext<CookieAuthenticationOptions> context, int forScript)
    {
        if (IsScript(context.Request))
            context.Response.StatusCode = forScript;
        else
            context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
        return Task.CompletedTask;
    }

    private static bool IsScript(HttpRequest request) => request.Headers.XRequestedWith == "XMLHttpRequest";
}

/// <summary>Who makes this request, as the store knows them now.</summary>
internal sealed record SignedIn(Officer Officer);

internal static class SignedInOfficer
{
    /// <summary>Null on the pages that need no sign-in.</summary>
    public static Officer? Officer(this HttpContext context) => context.Features.Get<SignedIn>()?.Officer;
}
