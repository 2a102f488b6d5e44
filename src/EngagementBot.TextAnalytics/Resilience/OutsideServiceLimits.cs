namespace EngagementBot.TextAnalytics.Resilience;

/// <summary>How long a service outside is waited for, and how often it is tried.</summary>
public sealed record OutsideServiceLimits
{
    /// <summary>For all that one turn asks of the service; above 0, default 1.5 s.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>For one attempt; above 0, default 0.6 s.</summary>
    public TimeSpan Attempt { get; init; } = TimeSpan.FromSeconds(0.6);

    /// <summary>Attempts after the first; 1 or more, default 3.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The middle of the first pause between two attempts, doubled for each further one; default 40 ms.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(40);

    /// <summary>How long a service that keeps failing is left alone before it is tried out again; at least 0.5 s, default 3 s.</summary>
    public TimeSpan Break { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Calls at the same time; default 20. Others wait for their turn within their own limit.</summary>
    public int Calls { get; init; } = 20;

    /// <summary>A service that asks to be left alone for longer is not obeyed beyond this; default 10 min.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(10);
}
