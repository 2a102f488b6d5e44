using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests;

public abstract class ServiceKeysTests(TestDatabase place) : StorageTests(place)
{
    private readonly ServiceKeys _keys = new(place.Database);

    [Fact]
    public async Task ReplicasThatStartTogetherShareTheFirstKey()
    {
        var values = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => _keys.GetOrAddAsync("hash", $"key {i}", Cancelled), Cancelled)));
        values.Distinct().ShouldHaveSingleItem();
        (await _keys.GetOrAddAsync("hash", "later", Cancelled)).ShouldBe(values[0]);
    }

    [Fact]
    public async Task KeysAreListedByTheBeginningOfTheirName()
    {
        await _keys.GetOrAddAsync("ring/2", "second", Cancelled);
        await _keys.GetOrAddAsync("ring/1", "first", Cancelled);
        await _keys.GetOrAddAsync("other", "x", Cancelled);
        (await _keys.ListAsync("ring/", Cancelled)).ShouldBe(["first", "second"]);
    }
}

public sealed class ServiceKeysOnSqliteTests(SqliteTestDatabase place) : ServiceKeysTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class ServiceKeysOnPostgreSqlTests(PostgreSqlTestDatabase place) : ServiceKeysTests(place), IClassFixture<PostgreSqlTestDatabase>;
