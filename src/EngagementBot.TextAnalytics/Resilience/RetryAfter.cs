using System.Net.Http.Headers;
using Azure;

namespace EngagementBot.TextAnalytics.Resilience;

/// <summary>How long a service asks to be left alone (RFC 9110, 10.2.3): in seconds, or until a date.</summary>
internal static class RetryAfter
{
    /// <returns>Null if the failure says nothing of it; zero for a date that is over.</returns>
    public static TimeSpan? Of(Exception? failure, DateTimeOffset now) =>
        (failure as RequestFailedException)?.GetRawResponse() is { } response && response.Headers.TryGetValue("Retry-After", out var text) ? Read(text, now) : null;

    public static TimeSpan? Read(string? text, DateTimeOffset now) => RetryConditionHeaderValue.TryParse(text, out var pause) switch
    {
        false => null,
        true when pause!.Delta is { } delta => delta,
        true => pause!.Date > now ? pause.Date - now : TimeSpan.Zero,
    };
}
