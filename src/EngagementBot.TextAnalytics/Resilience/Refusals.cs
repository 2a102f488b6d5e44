using Azure;

namespace EngagementBot.TextAnalytics.Resilience;

/// <summary>A service that is well may refuse what it is asked: that is no reason to leave it alone.</summary>
internal static class Refusals
{
    /// <summary>This request is refused, and another may be taken. 401, 403 and 404 refuse them all, 408 and 429 ask for patience.</summary>
    public static bool IsOfRequest(Exception? failure) =>
        failure is RequestFailedException { Status: >= 400 and < 500 and not (401 or 403 or 404 or 408 or 429) };

    /// <summary>The texts in it are what the service does not take, now or later.</summary>
    public static bool IsOfTexts(Exception? failure) => failure is RequestFailedException { Status: 400 or 413 };
}
