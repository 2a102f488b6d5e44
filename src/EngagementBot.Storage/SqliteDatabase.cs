using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;

namespace EngagementBot.Storage;

/// <summary>One file. Readers do not wait for the writer. What arrives while a commit is on its way to the disk shares the next
/// one; nobody is told that it is stored before that commit has reached the disk.</summary>
public sealed class SqliteDatabase : Database
{
    private const int MostInOneCommit = 64;

    private readonly string _file;
    private readonly string _connection;
    private readonly ConcurrentBag<Statements> _readers = [];
    private readonly Channel<IWrite> _writes = Channel.CreateBounded<IWrite>(4096);
    private readonly Task _writing;

    /// <param name="file">Made if it is not there; its folder must be.</param>
    public SqliteDatabase(string file)
    {
        _file = file;
        _connection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate, DefaultTimeout = 10, Pooling = false }.ToString();
        _writing = Task.Run(WriteAllAsync);
    }

    public override string Where => Path.GetFullPath(_file);

    internal override async Task<T> ReadAsync<T>(Func<Sql, Task<T>> work, CancellationToken cancellationToken)
    {
        if (!_readers.TryTake(out var reader))
            reader = await OpenAsync(cancellationToken);
        try
        {
            return await work(new Sql(reader, null, cancellationToken));
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    internal override async Task<T> WriteAsync<T>(Func<Sql, Task<T>> work, CancellationToken cancellationToken)
    {
        var write = new Write<T>(work);
        await _writes.Writer.WriteAsync(write, cancellationToken);
        return await write.Committed;
    }

    // BEGIN IMMEDIATE is the lock: a second program waits for it.
    internal override Task MigrateUnderLockAsync(Func<Sql, Task> work, CancellationToken cancellationToken) => WriteAsync(
        async sql =>
        {
            await work(sql);
            return true;
        },
        cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        _writes.Writer.TryComplete();
        await _writing;
        foreach (var reader in _readers)
            await reader.DisposeAsync();
    }

    // The only writer of this process; SQLite has one in any case.
    private async Task WriteAllAsync()
    {
        Statements? writer = null;
        var batch = new List<IWrite>(MostInOneCommit);
        while (await _writes.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostInOneCommit && _writes.Reader.TryRead(out var write))
                batch.Add(write);
            try
            {
                writer ??= await OpenAsync(CancellationToken.None);
                await CommitAsync(writer, batch);
            }
            catch (Exception failed) when (failed is DbException or IOException or InvalidOperationException)
            {
                foreach (var write in batch)
                    write.Fail(failed);
                await (writer?.DisposeAsync() ?? ValueTask.CompletedTask);
                writer = null;
            }
        }
        await (writer?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static async Task CommitAsync(Statements writer, List<IWrite> batch)
    {
        var sql = new Sql(writer, null, CancellationToken.None);
        await sql.ExecuteAsync("BEGIN IMMEDIATE");
        foreach (var write in batch)
            await RunAsync(write, sql);
        await sql.ExecuteAsync("COMMIT");
        // The log of writes still holds the words as they were.
        if (sql.HasErased)
            await sql.ScalarAsync<long>("PRAGMA wal_checkpoint(TRUNCATE)");
        foreach (var write in batch)
            write.Finish();
    }

    // One that fails takes back its own changes and leaves those of its neighbours.
    private static async Task RunAsync(IWrite write, Sql sql)
    {
        await sql.ExecuteAsync("SAVEPOINT one");
        if (!await write.RunAsync(sql))
            await sql.ExecuteAsync("ROLLBACK TO one");
        await sql.ExecuteAsync("RELEASE one");
    }

    private async ValueTask<Statements> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(cancellationToken);
        // FULL: a promise is on the disk before it is made. secure_delete: what is erased is overwritten.
        await connection.ExecuteAsync(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA busy_timeout = 10000");
        return new Statements(connection);
    }

    private interface IWrite
    {
        /// <returns>False if it failed and must be taken back.</returns>
        Task<bool> RunAsync(Sql sql);

        /// <summary>The commit has reached the disk.</summary>
        void Finish();

        void Fail(Exception failed);
    }

    private sealed class Write<T>(Func<Sql, Task<T>> work) : IWrite
    {
        private readonly TaskCompletionSource<T> _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _failed;

        public Task<T> Committed => _committed.Task;

        public async Task<bool> RunAsync(Sql sql)
        {
            try
            {
                _result = await work(sql);
                return true;
            }
            // Whatever the work throws belongs to its caller, not to the neighbours in the same commit.
            catch (Exception failed)
            {
                _failed = failed;
                return false;
            }
        }

        public void Finish()
        {
            if (_failed is null)
                _committed.SetResult(_result!);
            else
                _committed.TrySetException(_failed);
        }

        public void Fail(Exception failed) => _committed.TrySetException(_failed ?? failed);
    }
}
