using System.Globalization;
using EngagementBot.Casework.Clocks;

namespace EngagementBot.Tests.Casework;

public sealed class WorkingHoursTests
{
    private static readonly HashSet<DayOfWeek> Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    // Thanksgiving 2026 and the day after.
    private static readonly WorkingHours Office = Make(Weekdays, 8, 17, new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 27));

    [Theory]
    [InlineData("2026-11-23 09:00", 2, "2026-11-23 11:00")]
    [InlineData("2026-11-23 16:00", 1, "2026-11-23 17:00")]
    [InlineData("2026-11-23 16:00", 2, "2026-11-24 09:00")]
    [InlineData("2026-11-23 06:00", 1, "2026-11-23 09:00")]
    [InlineData("2026-11-23 22:00", 1, "2026-11-24 09:00")]
    [InlineData("2026-11-23 08:00", 18, "2026-11-24 17:00")]
    [InlineData("2026-11-20 16:00", 2, "2026-11-23 09:00")]
    [InlineData("2026-11-21 12:00", 1, "2026-11-23 09:00")]
    [InlineData("2026-11-25 16:00", 2, "2026-11-30 09:00")]
    public void OnlyHoursOfWorkCount(string start, int hours, string due) => Local(Office.Add(Chicago(start), TimeSpan.FromHours(hours))).ShouldBe(due);

    [Fact]
    public void TheWeekendOfSummerTimeTakesNoHourFromMonday()
    {
        Office.Add(Chicago("2026-03-06 16:00"), TimeSpan.FromHours(2)).ShouldBe(new DateTimeOffset(2026, 3, 9, 14, 0, 0, TimeSpan.Zero));
        Office.Add(Chicago("2026-10-30 16:00"), TimeSpan.FromHours(2)).ShouldBe(new DateTimeOffset(2026, 11, 2, 15, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("2026-03-08 00:00", 4, "2026-03-08 05:00")]
    [InlineData("2026-03-08 00:00", 6, "2026-03-15 01:00")]
    [InlineData("2026-11-01 00:00", 6, "2026-11-01 05:00")]
    public void ANightThatLosesOrGainsAnHourIsCountedAsLongAsItWas(string start, int hours, string due) =>
        Local(Make([DayOfWeek.Sunday], 0, 6).Add(Chicago(start), TimeSpan.FromHours(hours))).ShouldBe(due);

    [Fact]
    public void AnOfficeThatOpensAtAnHourThatDoesNotExistOpensAnHourLater() =>
        Local(Make([DayOfWeek.Sunday], 2, 6).Add(Chicago("2026-03-08 00:00"), TimeSpan.FromHours(1))).ShouldBe("2026-03-08 04:00");

    [Fact]
    public void AnOfficeThatNeverWorksStillHasADueTime() =>
        Make([], 8, 17).Add(Chicago("2026-11-23 09:00"), TimeSpan.FromHours(8)).ShouldBe(Chicago("2026-11-23 17:00"));

    [Theory]
    [InlineData("2026-11-23 08:00", true)]
    [InlineData("2026-11-23 16:59", true)]
    [InlineData("2026-11-23 17:00", false)]
    [InlineData("2026-11-23 07:59", false)]
    [InlineData("2026-11-22 12:00", false)]
    [InlineData("2026-11-26 12:00", false)]
    public void TheOfficeIsOpenInItsHours(string at, bool open) => Office.IsOpen(Chicago(at)).ShouldBe(open);

    private static WorkingHours Make(HashSet<DayOfWeek> days, int opens, int closes, params DateOnly[] holidays) =>
        new(TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"), days, new TimeOnly(opens, 0), new TimeOnly(closes, 0), holidays.ToHashSet());

    private static DateTimeOffset Chicago(string local)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, Office.Zone.GetUtcOffset(time));
    }

    private static string Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Office.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
