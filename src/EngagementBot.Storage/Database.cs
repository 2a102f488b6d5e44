using System.Data.Common;

namespace EngagementBot.Storage;

/// <summary>Where everything lies. Two kinds: a file (SQLite) and a server (PostgreSQL), with the same tables and the same SQL.</summary>
public abstract class Database : IAsyncDisposable
{
    /// <summary>For people: the path of the file or the server's name, without a password.</summary>
    public abstract string Where { get; }

    /// <summary>Runs the work in one transaction that is on disk when this returns. Where the server takes it back because of another one, the work is
    /// run again from its beginning: it changes nothing but the database.</summary>
    internal abstract Task<T> WriteAsync<T>(Func<Sql, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Only one program migrates at a time; the others wait.</summary>
    internal abstract Task MigrateUnderLockAsync(Func<Sql, Task> work, CancellationToken cancellationToken);

    /// <summary>Runs the work on a connection of its own, without a transaction.</summary>
    internal abstract Task<T> ReadAsync<T>(Func<Sql, Task<T>> work, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}

/// <summary>A connection with its statements, its transaction if there is one, and the right to stop.</summary>
internal sealed class Sql(Statements statements, DbTransaction? transaction, CancellationToken cancellationToken)
{
    public Task<int> ExecuteAsync(string sql, object? values = null) => Of(sql, values).ExecuteAsync(cancellationToken);

    public Task<T?> ScalarAsync<T>(string sql, object? values = null) => Of(sql, values).ScalarAsync<T>(cancellationToken);

    public async Task<T?> FirstAsync<T>(string sql, object? values = null) => (await Of(sql, values).ListAsync<T>(1, cancellationToken)) is [var first] ? first : default;

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? values = null) => await Of(sql, values).ListAsync<T>(int.MaxValue, cancellationToken);

    /// <summary>Set by a write that takes words away: no copy of them may stay on the disk.</summary>
    public bool HasErased { get; set; }

    /// <summary>A number that no other transaction gets: 1, 2, 3 ...</summary>
    public Task<long> NextAsync(string counter) => ScalarAsync<long>(
        """
        INSERT INTO counters (name, value) VALUES (@counter, 1)
        ON CONFLICT (name) DO UPDATE SET value = counters.value + 1
        RETURNING value
        """,
        new { counter });

    private Statement Of(string sql, object? values) => statements.Of(sql, values, transaction);
}
