using EngagementBot.Conversations.Store;
using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests.Conversations;

public abstract class OpinionTests(TestDatabase place) : StorageTests(place)
{
    [Fact]
    public async Task OpinionsAreCountedByDayKindAndLanguage()
    {
        await CountAsync("concern", "es", Given.Noon);
        await CountAsync("concern", "es", Given.Noon.AddHours(2));
        await CountAsync("concern", "en", Given.Noon);
        await CountAsync("praise", "es", Given.Noon);
        await CountAsync("concern", "es", Given.Noon.AddDays(1));
        (await RawAsync("SELECT day || ' ' || kind || ' ' || language || ' ' || count FROM opinions ORDER BY 1")).ShouldBe(
            ["2026-11-23 concern en 1", "2026-11-23 concern es 2", "2026-11-23 praise es 1", "2026-11-24 concern es 1"]);
    }

    private Task CountAsync(string kind, string language, DateTimeOffset at) => Conversations.CommitAsync(
        Given.Turn(Given.Conversation()) with { Counts = kind, State = new ConversationState { Language = language }, At = at }, Cancelled);
}

public sealed class OpinionOnSqliteTests(SqliteTestDatabase place) : OpinionTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class OpinionOnPostgreSqlTests(PostgreSqlTestDatabase place) : OpinionTests(place), IClassFixture<PostgreSqlTestDatabase>;
