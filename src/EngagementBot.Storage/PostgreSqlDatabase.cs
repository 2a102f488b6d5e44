using System.Data.Common;
using Npgsql;

namespace EngagementBot.Storage;

/// <summary>A server that several replicas share.</summary>
public sealed class PostgreSqlDatabase : Database
{
    // Any number that no other program on the server uses for an advisory lock.
    private const long MigrationLock = 0x2870_0067;

    // In seconds, for a connection; the connection string may say otherwise.
    private const int LongestWait = 5;

    private const int MostTries = 5;

    private readonly NpgsqlDataSource _source;

    /// <param name="connection">An Npgsql connection string.</param>
    public PostgreSqlDatabase(string connection)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        var given = new DbConnectionStringBuilder { ConnectionString = connection };
        if (!given.ContainsKey("Timeout"))
            parts.Timeout = LongestWait;
        if (!given.ContainsKey("Cancellation Timeout"))
            parts.CancellationTimeout = 1000;
        _source = NpgsqlDataSource.Create(parts);
        Where = $"PostgreSQL, {parts.Host}:{parts.Port}, database {parts.Database}";
    }

    public override string Where { get; }

    internal override async Task<T> ReadAsync<T>(Func<Sql, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var statements = new Statements(await _source.OpenConnectionAsync(cancellationToken));
        return await work(new Sql(statements, null, cancellationToken));
    }

    internal override async Task<T> WriteAsync<T>(Func<Sql, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var statements = new Statements(await _source.OpenConnectionAsync(cancellationToken));
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryAsync(statements, work, cancellationToken);
            }
            // Two that wait for each other, as a turn and an officer's reply may: the server has taken one back, and left it to be run again.
            catch (PostgresException failed) when (tries < MostTries && failed.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
                await Task.Delay(Random.Shared.Next(10, 50 * tries), cancellationToken);
            }
        }
    }

    internal override Task MigrateUnderLockAsync(Func<Sql, Task> work, CancellationToken cancellationToken) => WriteAsync(
        async sql =>
        {
            await sql.ExecuteAsync("SELECT pg_advisory_xact_lock(@MigrationLock)", new { MigrationLock });
            await work(sql);
            return true;
        },
        cancellationToken);

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    private static async Task<T> TryAsync<T>(Statements statements, Func<Sql, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var transaction = await statements.Connection.BeginTransactionAsync(cancellationToken);
        var result = await work(new Sql(statements, transaction, cancellationToken));
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }
}
