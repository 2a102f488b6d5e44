using EngagementBot.Scenarios.Service;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace EngagementBot.Scenarios.Browser;

/// <summary>An officer's cookie as it is some hours after the sign-in, made with the service's own keys: nobody waits for hours in a test.</summary>
internal static class AgedSignIn
{
    public static string Of(ServiceProcess service, string cookie, TimeSpan age)
    {
        var keys = DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(service.DataDirectory, "keys")), builder => builder.SetApplicationName("EngagementBot"));
        var format = new TicketDataFormat(keys.CreateProtector("Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", "Cookies", "v2"));
        var ticket = format.Unprotect(cookie)!;
        ticket.Properties.IssuedUtc -= age;
        ticket.Properties.ExpiresUtc -= age;
        return format.Protect(ticket);
    }
}
