using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Officers;
using Microsoft.AspNetCore.Authorization;

namespace EngagementBot.Web.Officers;

/// <summary>Which officer may open which part of the console.</summary>
internal static class ConsoleAccess
{
    /// <summary>The queue and the cases.</summary>
    public const string OpensCases = "opens-cases";

    /// <summary>The list of officers.</summary>
    public const string Oversees = "oversees";

    public static void Configure(AuthorizationOptions options)
    {
        options.AddPolicy(OpensCases, policy => policy.RequireAuthenticatedUser().RequireAssertion(Is((officer, services) =>
            services.GetRequiredService<CaseAccess>().MayOpenCases(officer))));
        options.AddPolicy(Oversees, policy => policy.RequireAuthenticatedUser().RequireAssertion(Is((officer, _) => MayOversee(officer))));
    }

    public static bool MayOversee(Officer officer) => officer.Role is OfficerRole.Supervisor or OfficerRole.Administrator;

    private static Func<AuthorizationHandlerContext, bool> Is(Func<Officer, IServiceProvider, bool> allowed) => context =>
        context.Resource is HttpContext http && http.Officer() is { } officer && allowed(officer, http.RequestServices);
}
