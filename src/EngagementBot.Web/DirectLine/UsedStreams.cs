using System.Collections.Concurrent;

namespace EngagementBot.Web.DirectLine;

/// <summary>Remembers for a minute which stream addresses have been used: each opens one stream.</summary>
internal sealed class UsedStreams(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _used = new();
    private DateTimeOffset _swept = clock.GetUtcNow();

    public bool TryUse(string nonce)
    {
        var now = clock.GetUtcNow();
        if (now - _swept > DirectLineTokens.StreamLife)
            Sweep(now);
        return _used.TryAdd(nonce, now);
    }

    private void Sweep(DateTimeOffset now)
    {
        _swept = now;
        foreach (var (nonce, at) in _used)
        {
            if (now - at > DirectLineTokens.StreamLife)
                _used.TryRemove(nonce, out _);
        }
    }
}
