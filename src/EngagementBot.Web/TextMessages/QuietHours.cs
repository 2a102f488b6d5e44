namespace EngagementBot.Web.TextMessages;

/// <summary>From 21:00 to 8:00 nobody is written to who has not just written (47 CFR 64.1200(c)(1)).</summary>
internal static class QuietHours
{
    private static readonly TimeOnly Begin = new(21, 0);
    private static readonly TimeOnly End = new(8, 0);

    /// <param name="zone">The agency's, which is the residents' too.</param>
    /// <returns>When they end; null if it is not quiet now.</returns>
    public static DateTimeOffset? EndAfter(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var time = TimeOnly.FromDateTime(local);
        if (time >= End && time < Begin)
            return null;
        var day = DateOnly.FromDateTime(local).AddDays(time >= Begin ? 1 : 0);
        var morning = day.ToDateTime(End);
        return new DateTimeOffset(morning, zone.GetUtcOffset(morning)).ToUniversalTime();
    }
}
