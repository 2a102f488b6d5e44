using EngagementBot.Casework.Clocks;
using EngagementBot.Casework.Triage;
using EngagementBot.Tests.Understanding;

namespace EngagementBot.Tests.Casework;

/// <summary>The rules of dialogs/triage.yaml as they stand.</summary>
public sealed class TriageOfficerTests
{
    private static readonly HashSet<DayOfWeek> Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    // A Saturday evening in Chicago.
    private static readonly DateTimeOffset Saturday = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);

    private readonly TriageOfficer _triage = new(
        RepositoryContent.Library.Triage,
        new WorkingHours(TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"), Weekdays, new TimeOnly(8, 0), new TimeOnly(17, 0), new HashSet<DateOnly>()));

    [Theory]
    [InlineData("emergency", "", 1, 1, "urgent", "emergency,act-now")]
    [InlineData("complaint", "force,now", 1, 1, "urgent", "act-now,force")]
    [InlineData("question", "self-harm", 4, 1, "urgent", "self-harm")]
    [InlineData("concern", "threat", 3, 1, "urgent", "threat")]
    [InlineData("complaint", "force", 2, 2, "conduct", "force")]
    [InlineData("complaint", "slur", 3, 2, "conduct", "slur")]
    [InlineData("concern", "retaliation", 3, 2, "conduct", "retaliation")]
    [InlineData("concern", "bribe", 3, 2, "conduct", "bribe")]
    [InlineData("complaint", "detention", 3, 2, "conduct", "detention")]
    [InlineData("complaint", "child", 3, 2, "conduct", "child-or-medical")]
    [InlineData("complaint", "medical", 3, 2, "conduct", "child-or-medical")]
    [InlineData("complaint", "", 3, 3, "conduct", "complaint")]
    [InlineData("concern", "force", 3, 3, "community", "concern")]
    [InlineData("human", "", 4, 4, "community", "call-back")]
    [InlineData("praise", "", 4, 4, "community", "other")]
    public void SignalsDecidePriorityQueueAndReasons(string kind, string signals, int urgency, int priority, string queue, string rules)
    {
        var judgement = Judge(kind, signals, urgency);
        (judgement.Priority, judgement.Queue).ShouldBe((priority, queue));
        judgement.Reasons.Select(r => r.Rule).ShouldBe(rules.Split(','));
    }

    [Fact]
    public void AReasonQuotesTheResident() =>
        Judge("complaint", "force", 3).Reasons[0].Text.ShouldBe("Force by an officer is alleged: “words of force”");

    [Fact]
    public void AReasonWithoutWordsSendsTheOfficerToTheText() => Judge("complaint", "", 1).Reasons[0].Text.ShouldBe("Act now: see the text");

    [Theory]
    [InlineData("positive")]
    [InlineData("neutral")]
    [InlineData("negative")]
    public void AFeelingNeverLowersAPriority(string sentiment) => Judge("complaint", "force", 4, sentiment).Priority.ShouldBe(2);

    [Fact]
    public void FearIsAReason() => Judge("concern", "", 3, "negative").Reasons.Select(r => r.Rule).ShouldBe(["concern", "afraid"]);

    [Fact]
    public void ASecondReportOfAConversationIsLookedAtTheSameDay() =>
        _triage.Judge(Evidence("concern", "", 3) with { IsRepeat = true }, Saturday).Priority.ShouldBe(2);

    [Fact]
    public void UrgentCasesAreDueRoundTheClock()
    {
        var judgement = Judge("emergency", "", 1);
        judgement.FirstAnswerDue.ShouldBe(Saturday.AddHours(1));
        judgement.ResolutionDue.ShouldBe(Saturday.AddHours(24));
    }

    [Theory]
    [InlineData("force", "2026-11-23T22:00Z", "2026-11-27T18:00Z")]
    [InlineData("", "2026-11-25T20:00Z", "2026-12-16T21:00Z")]
    public void TheRestIsDueInWorkingHours(string signals, string first, string resolution)
    {
        var judgement = Judge("complaint", signals, 3);
        judgement.FirstAnswerDue.ToString("yyyy-MM-ddTHH:mmZ", null).ShouldBe(first);
        judgement.ResolutionDue.ToString("yyyy-MM-ddTHH:mmZ", null).ShouldBe(resolution);
    }

    private Judgement Judge(string kind, string signals, int urgency, string sentiment = "neutral") =>
        _triage.Judge(Evidence(kind, signals, urgency) with { Sentiment = sentiment }, Saturday);

    private static Evidence Evidence(string kind, string signals, int urgency) => new(
        kind, signals.Split(',', StringSplitOptions.RemoveEmptyEntries).ToDictionary(s => s, s => $"words of {s}"), [], "neutral", urgency, IsRepeat: false);
}
