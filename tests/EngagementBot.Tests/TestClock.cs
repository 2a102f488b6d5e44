namespace EngagementBot.Tests;

/// <summary>Stands still until a test moves it. Begins on a Monday at noon in Chicago.</summary>
internal sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
