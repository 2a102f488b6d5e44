namespace EngagementBot.Conversations.Turns;

/// <summary>Turns of one conversation go one after the other within this process; between processes the store's version decides.</summary>
internal sealed class TurnOrder
{
    // Two conversations that share a stripe only wait for each other.
    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    public async ValueTask<Place> EnterAsync(string conversationId, CancellationToken cancellationToken)
    {
        var stripe = _stripes[(uint)string.GetHashCode(conversationId, StringComparison.Ordinal) % (uint)_stripes.Length];
        await stripe.WaitAsync(cancellationToken);
        return new Place(stripe);
    }

    internal readonly struct Place(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
