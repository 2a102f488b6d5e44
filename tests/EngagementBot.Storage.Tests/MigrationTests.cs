using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests;

public abstract class MigrationTests(TestDatabase place) : StorageTests(place)
{
    [Fact]
    public async Task ASecondStartChangesNothing()
    {
        await using var database = Place.Open(await Place.NewPlaceAsync());
        await new Migrator(database).MigrateAsync(Cancelled);
        var tables = await VersionsAsync(database);
        await new Migrator(database).MigrateAsync(Cancelled);
        (await VersionsAsync(database)).ShouldBe(tables);
    }

    [Fact]
    public async Task ProgramsThatStartTogetherMigrateOnce()
    {
        var place = await Place.NewPlaceAsync();
        await using var one = Place.Open(place);
        await using var other = Place.Open(place);
        await Task.WhenAll(
            Task.Run(() => new Migrator(one).MigrateAsync(Cancelled), Cancelled), Task.Run(() => new Migrator(other).MigrateAsync(Cancelled), Cancelled));
        (await VersionsAsync(one)).ShouldBeUnique();
        await using var third = Place.Open(place);
        await new Migrator(third).MigrateAsync(Cancelled);
    }

    [Fact]
    public async Task ANewerSchemaIsRefusedAndLeftAlone()
    {
        await using var database = Place.Open(await Place.NewPlaceAsync());
        await new Migrator(database).MigrateAsync(Cancelled);
        await database.WriteAsync(sql => sql.ExecuteAsync("INSERT INTO schema_version (version) VALUES (9999)"), Cancelled);
        var before = await VersionsAsync(database);
        var refused = await Should.ThrowAsync<NewerSchemaException>(() => new Migrator(database).MigrateAsync(Cancelled));
        refused.Message.ShouldContain("9999");
        (await VersionsAsync(database)).ShouldBe(before);
    }

    private static Task<IReadOnlyList<long>> VersionsAsync(Database database) =>
        database.ReadAsync(sql => sql.ListAsync<long>("SELECT version FROM schema_version ORDER BY version"), Cancelled);
}

public sealed class MigrationOnSqliteTests(SqliteTestDatabase place) : MigrationTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class MigrationOnPostgreSqlTests(PostgreSqlTestDatabase place) : MigrationTests(place), IClassFixture<PostgreSqlTestDatabase>;
