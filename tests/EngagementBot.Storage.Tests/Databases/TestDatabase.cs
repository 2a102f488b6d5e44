using EngagementBot.Storage;

namespace EngagementBot.Storage.Tests.Databases;

/// <summary>A fresh, migrated database for one test class, and as many empty places beside it as a test asks for.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    private Database? _database;

    public Database Database => _database!;

    /// <summary>Null if it can be used here.</summary>
    public virtual string? WhyNot => null;

    /// <summary>An empty place that is removed after the class.</summary>
    public abstract Task<string> NewPlaceAsync();

    /// <summary>Opens a place, as one program of several would.</summary>
    public abstract Database Open(string place);

    public async ValueTask InitializeAsync()
    {
        if (WhyNot is not null)
            return;
        _database = Open(await NewPlaceAsync());
        await new Migrator(_database).MigrateAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
        await RemoveAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task RemoveAsync();
}
