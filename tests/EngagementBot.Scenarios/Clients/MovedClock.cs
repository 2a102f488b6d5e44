namespace EngagementBot.Scenarios.Clients;

/// <summary>The system's clock, some time later or earlier.</summary>
internal sealed class MovedClock(TimeSpan by = default) : TimeProvider
{
    private TimeSpan _by = by;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _by;

    public void Move(TimeSpan more) => _by += more;
}
