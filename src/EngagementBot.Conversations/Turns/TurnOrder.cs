namespace EngagementBot.Conversations.Turns;

/// <summary>Turns of one conversation go one after the other within this process; between processes the store's version decides.
/// A turn may wait for a service outside, so that no conversation waits for another's.</summary>
internal sealed class TurnOrder
{
    private readonly Dictionary<string, Line> _lines = [];

    public async ValueTask<Place> EnterAsync(string conversationId, CancellationToken cancellationToken)
    {
        var line = Join(conversationId);
        try
        {
            await line.Turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(conversationId, line);
            throw;
        }
        return new Place(this, conversationId, line);
    }

    private Line Join(string conversationId)
    {
        lock (_lines)
        {
            if (!_lines.TryGetValue(conversationId, out var line))
                _lines[conversationId] = line = new Line();
            line.Waiting++;
            return line;
        }
    }

    private void Leave(string conversationId, Line line)
    {
        lock (_lines)
        {
            if (--line.Waiting == 0)
                _lines.Remove(conversationId);
        }
    }

    internal readonly struct Place(TurnOrder order, string conversationId, Line line) : IDisposable
    {
        public void Dispose()
        {
            line.Turn.Release();
            order.Leave(conversationId, line);
        }
    }

    internal sealed class Line
    {
        // Without a wait handle there is nothing to dispose of.
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Waiting { get; set; }
    }
}
