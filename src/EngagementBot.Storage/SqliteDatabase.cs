using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace EngagementBot.Storage;

/// <summary>One file. Readers do not wait for the writer; what is committed has reached the disk.</summary>
public sealed class SqliteDatabase(string file) : Database
{
    private readonly string _connection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate, DefaultTimeout = 10 }.ToString();
    private readonly SemaphoreSlim _writing = new(1, 1);

    public override string Where => Path.GetFullPath(file);

    internal override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(cancellationToken);
        // FULL: a promise is on the disk before it is made. secure_delete: what is erased is overwritten.
        await connection.ExecuteAsync(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 10000");
        return connection;
    }

    internal override async Task<T> WriteAsync<T>(Func<Sql, Task<T>> work, CancellationToken cancellationToken)
    {
        // SQLite has one writer. Waiting here is fairer than waiting in the file.
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await work(new Sql(connection, transaction, cancellationToken));
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

    // BEGIN IMMEDIATE, which BeginTransaction sends, is the lock: a second program waits for it.
    internal override Task MigrateUnderLockAsync(Func<Sql, Task> work, CancellationToken cancellationToken) => WriteAsync(
        async sql =>
        {
            await work(sql);
            return true;
        },
        cancellationToken);

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearPool(new SqliteConnection(_connection));
        _writing.Dispose();
        return ValueTask.CompletedTask;
    }
}
