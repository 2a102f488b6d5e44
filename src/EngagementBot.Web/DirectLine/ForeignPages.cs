namespace EngagementBot.Web.DirectLine;

/// <summary>Web Chat and other clients call Direct Line from pages of any origin, as they do with Microsoft's. What opens a conversation is
/// the token in a header, never a cookie, so no credentials are allowed; and no other door answers foreign pages.</summary>
internal static class ForeignPages
{
    public const string Allowed = "direct-line";

    public static IServiceCollection AddForeignPages(this IServiceCollection services) => services.AddCors(options => options.AddPolicy(
        Allowed,
        policy => policy.AllowAnyOrigin().WithMethods("GET", "POST").AllowAnyHeader().WithExposedHeaders("Retry-After").SetPreflightMaxAge(TimeSpan.FromMinutes(10))));
}
