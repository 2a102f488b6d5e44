namespace EngagementBot.Web.TextMessages;

/// <summary>Wakes who works on texts in this process. Other processes find out by looking.</summary>
internal sealed class TextBell : IDisposable
{
    public Wake Received { get; } = new();

    public Wake Owed { get; } = new();

    public void Dispose()
    {
        Received.Dispose();
        Owed.Dispose();
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
