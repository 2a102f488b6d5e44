namespace EngagementBot.TextAnalytics.Azure;

/// <summary>What the service was asked since the start: what is billed, and what was spared.</summary>
public sealed class ServiceUse
{
    private long _documents;
    private long _requests;
    private long _spared;

    /// <summary>Texts sent.</summary>
    public long Documents => Interlocked.Read(ref _documents);

    /// <summary>Requests in which they were sent, without repeats.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Texts that were not sent because the local analysis was sure.</summary>
    public long Spared => Interlocked.Read(ref _spared);

    public void Spare(int documents) => Interlocked.Add(ref _spared, documents);

    internal void Request(int documents)
    {
        Interlocked.Increment(ref _requests);
        Interlocked.Add(ref _documents, documents);
    }
}
