using System.Threading.RateLimiting;
using EngagementBot.Web.DirectLine;
using Microsoft.AspNetCore.RateLimiting;

namespace EngagementBot.Web.Hosting;

/// <summary>Limits for one address. A library, a shelter or a phone carrier shares one among many residents, so they are wide.</summary>
internal static class RateLimits
{
    public const string Tokens = "tokens";
    public const string Messages = "messages";
    public const string Reads = "reads";
    public const string SignIn = "sign-in";

    /// <summary>All residents of a channel come through the few addresses of its connector: what is limited is how many turns are
    /// under way at once.</summary>
    public const string Channels = "channels";

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "10";
            await DirectLineErrors.Problem(429, "TooManyRequests", "Too many requests from this address. Wait a little.").ExecuteAsync(rejected.HttpContext);
        };
        options.AddPolicy(Tokens, context => PerAddress(context, 240));
        options.AddPolicy(Messages, context => PerAddress(context, 1200));
        options.AddPolicy(Reads, context => PerAddress(context, 6000));
        options.AddPolicy(Channels, _ => RateLimitPartition.GetConcurrencyLimiter("", _ => new ConcurrencyLimiterOptions { PermitLimit = 256, QueueLimit = 1024 }));
        options.AddPolicy(SignIn, context => PerAddress(context, 60));
    });

    // The address lives in memory for the time of the window and nowhere else.
    private static RateLimitPartition<string> PerAddress(HttpContext context, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = true,
            QueueLimit = 0,
        });
}
