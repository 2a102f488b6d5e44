namespace EngagementBot.Casework.Officers;

public interface IOfficerStore
{
    /// <summary>By name.</summary>
    Task<IReadOnlyList<Officer>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Names are compared without regard to case. Null if there is none.</summary>
    Task<Officer?> FindAsync(string name, CancellationToken cancellationToken);

    Task<Officer?> FindAsync(long id, CancellationToken cancellationToken);

    /// <returns>The officer with its id, or null if the name is taken.</returns>
    Task<Officer?> AddAsync(Officer officer, CancellationToken cancellationToken);

    Task UpdateAsync(Officer officer, CancellationToken cancellationToken);

    /// <summary>Counts one more failure, and locks the officer until <paramref name="lockedUntil"/> at each <paramref name="lockAt"/>th; nothing else changes.</summary>
    Task CountFailureAsync(long id, int lockAt, DateTimeOffset lockedUntil, CancellationToken cancellationToken);

    /// <summary>Forgets failures and lock; nothing else changes.</summary>
    Task ForgetFailuresAsync(long id, CancellationToken cancellationToken);

    /// <summary>Keeps only a hash of the link's secret. An older link of the same officer ends.</summary>
    Task AddLinkAsync(long officerId, string secretHash, DateTimeOffset expires, CancellationToken cancellationToken);

    /// <summary>Ends the link.</summary>
    /// <returns>The officer, or null if the link is unknown, used or expired.</returns>
    Task<Officer?> TakeLinkAsync(string secretHash, DateTimeOffset now, CancellationToken cancellationToken);
}
