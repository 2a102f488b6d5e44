using EngagementBot.Casework.Cases;
using EngagementBot.Storage.Cases;
using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests.Cases;

public abstract class ExportTests(TestDatabase place) : StorageTests(place)
{
    [Fact]
    public async Task EveryCaseIsExportedOnceInTheOrderOfItsNumber()
    {
        const int moreThanAPage = 501;
        var conversation = Given.Conversation();
        await Conversations.CommitAsync(Given.Turn(conversation), Cancelled);
        await Place.Database.WriteAsync(
            async sql =>
            {
                for (var i = 0; i < moreThanAPage; i++)
                    await CaseSql.FileAsync(sql, Given.Complaint(conversation));
                return true;
            },
            Cancelled);
        var exported = new List<Case>();
        await foreach (var one in Cases.ExportAsync(Cancelled))
            exported.Add(one);
        exported.Select(c => c.Number).ShouldBe(Enumerable.Range(1, moreThanAPage).Select(n => $"2026-{n:D6}"));
    }
}

public sealed class ExportOnSqliteTests(SqliteTestDatabase place) : ExportTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class ExportOnPostgreSqlTests(PostgreSqlTestDatabase place) : ExportTests(place), IClassFixture<PostgreSqlTestDatabase>;
