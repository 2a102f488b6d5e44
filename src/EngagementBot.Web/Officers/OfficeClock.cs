using System.Globalization;
using EngagementBot.Casework.Clocks;

namespace EngagementBot.Web.Officers;

/// <summary>Times as officers read them: in the agency's time zone, American English.</summary>
internal sealed class OfficeClock(WorkingHours office, TimeProvider clock)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public DateTimeOffset Now => clock.GetUtcNow();

    public string Zone => office.Zone.Id;

    /// <summary>10:42 AM</summary>
    public string TimeOfDay(DateTimeOffset at) => Text(at, "h:mm tt");

    /// <summary>Today 5:00 PM, Mon, Aug 3, 5:00 PM; with the year where it is another one.</summary>
    public string Moment(DateTimeOffset at)
    {
        var (day, today) = (Local(at).Date, Local(Now).Date);
        if (Math.Abs((day - today).Days) <= 1)
            return $"{(day == today ? "today" : day < today ? "yesterday" : "tomorrow")} {TimeOfDay(at)}";
        return Text(at, day.Year == today.Year ? "ddd, MMM d, h:mm tt" : "MMM d, yyyy, h:mm tt");
    }

    /// <summary>For the history, where "today" would be read differently tomorrow.</summary>
    public string Exact(DateTimeOffset at) => Text(at, "MMM d, yyyy, h:mm tt");

    /// <summary>For the attribute <c>datetime</c>.</summary>
    public string Machine(DateTimeOffset at) => Local(at).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>2 days 3 h, 3 h 20 min, 12 min: the two largest units are enough to act on.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "under a minute",
        { TotalHours: < 1 } => $"{span.Minutes} min",
        { TotalDays: < 1 } => span.Minutes == 0 ? $"{span.Hours} h" : $"{span.Hours} h {span.Minutes} min",
        _ => $"{span.Days} {(span.Days == 1 ? "day" : "days")}{(span.Hours == 0 ? "" : $" {span.Hours} h")}",
    };

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, office.Zone);

    // .NET writes a narrow space before AM and PM, which some fonts lack.
    private string Text(DateTimeOffset at, string format) => Local(at).ToString(format, English).Replace('\u202F', ' ');
}
