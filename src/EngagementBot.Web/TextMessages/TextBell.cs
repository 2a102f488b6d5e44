namespace EngagementBot.Web.TextMessages;

/// <summary>Wakes who works on texts in this process. Other processes find out by looking.</summary>
internal sealed class TextBell : IDisposable
{
    public Wake Received { get; } = new();

    public Wake Owed { get; } = new();

    // More than a few at once are a rush.
    private const int Rush = 8;

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LongestRush = TimeSpan.FromSeconds(5);

    private int _arriving;

    /// <summary>A text is on its way to the disk until this is disposed.</summary>
    public IDisposable Arrive()
    {
        Interlocked.Increment(ref _arriving);
        return new Arrival(this);
    }

    /// <summary>The provider waits for its answer, the resident's turn can wait: while many texts arrive, nothing new is begun, for a while.</summary>
    public async Task LetArriveAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        while (Volatile.Read(ref _arriving) > Rush && clock.GetElapsedTime(begun) < LongestRush)
            await Task.Delay(Breath, clock, cancellationToken);
    }

    public void Dispose()
    {
        Received.Dispose();
        Owed.Dispose();
    }

    private sealed class Arrival(TextBell bell) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref bell._arriving);
    }

    internal sealed class Wake : IDisposable
    {
        private readonly SemaphoreSlim _rung = new(0, 1);

        public void Ring()
        {
            try
            {
                _rung.Release();
            }
            catch (SemaphoreFullException)
            {
                // It has been rung already.
            }
        }

        public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => _rung.WaitAsync(longest, cancellationToken);

        public void Dispose() => _rung.Dispose();
    }
}
