namespace EngagementBot.Casework.Clocks;

/// <summary>When the liaison office works, in the agency's time zone. Due times count these hours only.</summary>
/// <param name="zone">The agency's time zone.</param>
/// <param name="days">The days of the week on which the office works.</param>
/// <param name="opens">Local time, before <paramref name="closes"/>.</param>
/// <param name="holidays">Local days on which it does not work.</param>
public sealed class WorkingHours(TimeZoneInfo zone, IReadOnlySet<DayOfWeek> days, TimeOnly opens, TimeOnly closes, IReadOnlySet<DateOnly> holidays)
{
    // Ten years of days without work can only be a slip in the settings.
    private const int MostDays = 3660;

    public TimeZoneInfo Zone => zone;

    /// <summary>The moment at which <paramref name="worked"/> hours of work have passed since <paramref name="start"/>.</summary>
    public DateTimeOffset Add(DateTimeOffset start, TimeSpan worked)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(start, zone).DateTime);
        for (var i = 0; i < MostDays; i++, day = day.AddDays(1))
        {
            if (!days.Contains(day.DayOfWeek) || holidays.Contains(day))
                continue;
            var from = Max(start, At(day, opens));
            var left = At(day, closes) - from;
            if (left >= worked)
                return (from + worked).ToUniversalTime();
            if (left > TimeSpan.Zero)
                worked -= left;
        }
        return start + worked;
    }

    public bool IsOpen(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        var day = DateOnly.FromDateTime(local);
        var time = TimeOnly.FromDateTime(local);
        return days.Contains(day.DayOfWeek) && !holidays.Contains(day) && time >= opens && time < closes;
    }

    // A local time that the change to summer time skips is taken an hour later.
    private DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private static DateTimeOffset Max(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
