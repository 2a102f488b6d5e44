using EngagementBot.Storage;

namespace EngagementBot.Storage.Tests.Databases;

public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagementbot-");
    private int _places;

    public override Task<string> NewPlaceAsync() => Task.FromResult(Path.Combine(_folder.FullName, $"{Interlocked.Increment(ref _places)}.db"));

    public override Database Open(string place) => new SqliteDatabase(place);

    protected override Task RemoveAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
