using System.Globalization;
using Azure;

namespace EngagementBot.TextAnalytics.Resilience;

/// <summary>How long a service asks to be left alone (RFC 9110, 10.2.3): in seconds, or until a date.</summary>
internal static class RetryAfter
{
    /// <returns>Null if the failure says nothing of it; zero for a date that is over.</returns>
    public static TimeSpan? Of(Exception? failure, DateTimeOffset now) =>
        (failure as RequestFailedException)?.GetRawResponse() is { } response && response.Headers.TryGetValue("Retry-After", out var text) ? Read(text, now) : null;

    public static TimeSpan? Read(string? text, DateTimeOffset now)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until))
            return null;
        return until > now ? until - now : TimeSpan.Zero;
    }
}
