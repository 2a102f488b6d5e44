namespace EngagementBot.TextAnalytics.Resilience;

/// <summary>The moment after which an answer is of no use any more.</summary>
public readonly record struct Deadline
{
    private readonly TimeProvider _clock;
    private readonly long _begun;
    private readonly TimeSpan _limit;

    public Deadline(TimeProvider clock, TimeSpan limit) => (_clock, _begun, _limit) = (clock, clock.GetTimestamp(), limit);

    /// <summary>Zero once it is over.</summary>
    public TimeSpan Left => _limit - _clock.GetElapsedTime(_begun) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    public bool IsOver => Left == TimeSpan.Zero;

    /// <summary>An earlier one, when this share of what is left has passed.</summary>
    /// <param name="share">Above 0, up to 1.</param>
    public Deadline Share(double share) => new(_clock, Left * share);
}
