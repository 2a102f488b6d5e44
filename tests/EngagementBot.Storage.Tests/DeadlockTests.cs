using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests;

/// <summary>A file has one writer; only the server lets two wait for each other.</summary>
public sealed class DeadlockTests(PostgreSqlTestDatabase place) : StorageTests(place), IClassFixture<PostgreSqlTestDatabase>
{
    [Fact]
    public async Task TwoThatWaitForEachOtherBothEnd()
    {
        using var met = new Barrier(2);
        var (runs, erased) = (0, new List<bool>());
        var (first, second) = (Given.Conversation(), Given.Conversation());
        await Place.Database.WriteAsync(async sql => await sql.NextAsync(first) + await sql.NextAsync(second), Cancelled);
        await Task.WhenAll(Task.Run(() => CountAsync(first, second), Cancelled), Task.Run(() => CountAsync(second, first), Cancelled));
        (await RawAsync("SELECT CAST(value AS TEXT) FROM counters WHERE name IN (@first, @second)", new { first, second })).ShouldBe(["3", "3"]);
        runs.ShouldBeGreaterThan(2);
        erased.ShouldAllBe(e => !e);

        Task<long> CountAsync(string one, string other) => Place.Database.WriteAsync(
            async sql =>
            {
                lock (erased)
                    erased.Add(sql.HasErased);
                sql.HasErased = true;
                await sql.NextAsync(one);
                if (Interlocked.Increment(ref runs) <= 2)
                    met.SignalAndWait(Cancelled);
                return await sql.NextAsync(other);
            },
            Cancelled);
    }
}
