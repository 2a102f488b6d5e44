using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests.Cases;

public abstract class OfficersReplyTests(TestDatabase place) : StorageTests(place)
{
    private readonly string _conversation = Given.Conversation();

    [Fact]
    public async Task TheReplyReachesEachConversationThatKnowsTheReceipt()
    {
        var filed = await FileAsync(Given.Complaint(_conversation, language: "es"));
        var (returned, stranger) = (Given.Conversation(), Given.Conversation());
        await Conversations.CommitAsync(Given.Turn(returned) with { Returns = filed.Id, Replies = [Given.Reply("your case")] }, Cancelled);
        await Conversations.CommitAsync(Given.Turn(stranger), Cancelled);
        var rungBefore = Bell.Rung.Count;
        var current = (await Cases.FindAsync(filed.Id, Cancelled))!;
        (await Cases.ApplyAsync(Given.ReplyTo(current, "Lo sentimos.", 3), Cancelled)).ShouldBeTrue();

        var heard = (await LogAsync(_conversation))[^1];
        (heard.Sequence, heard.Text, heard.Language, heard.IsFromResident, heard.ReplyTo).ShouldBe((2, "Lo sentimos.", "es", false, null));
        (await LogAsync(returned))[^1].Sequence.ShouldBe(3);
        (await LogAsync(stranger)).ShouldHaveSingleItem();
        Bell.Rung.Skip(rungBefore).Order().ShouldBe(new[] { _conversation, returned }.Order());
    }

    [Fact]
    public async Task ATurnUnderWayIsStoredAfterTheReplyThatCameInBetween()
    {
        var filed = await FileAsync(Given.Complaint(_conversation));
        var loaded = (await Conversations.LoadAsync(_conversation, "", Cancelled))!;
        await Cases.ApplyAsync(Given.ReplyTo(filed, "Hello."), Cancelled);
        (await Conversations.CommitAsync(Given.Turn(_conversation, loaded.Version, text: "and?"), Cancelled)).ShouldBe(3);
        (await LogAsync(_conversation)).Select(m => m.Text).ShouldBe(["hello", "Hello.", "and?"]);
    }

    [Fact]
    public async Task AConversationThatSaidStopHearsNothingMore()
    {
        var filed = await FileAsync(Given.Complaint(_conversation));
        await Conversations.CommitAsync(Given.Turn(_conversation, 1, "stop") with { StopsNews = true }, Cancelled);
        await Cases.ApplyAsync(Given.ReplyTo(filed, "Hello."), Cancelled);
        (await LogAsync(_conversation)).ShouldAllBe(m => m.Text != "Hello.");
    }

    [Fact]
    public async Task ANoteIsNotToldToTheResident()
    {
        var filed = await FileAsync(Given.Complaint(_conversation));
        await Cases.ApplyAsync(Given.ReplyTo(filed, "only for us") with { Message = null }, Cancelled);
        (await LogAsync(_conversation)).ShouldHaveSingleItem();
        Bell.Rung.ShouldHaveSingleItem();
    }
}

public sealed class OfficersReplyOnSqliteTests(SqliteTestDatabase place) : OfficersReplyTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class OfficersReplyOnPostgreSqlTests(PostgreSqlTestDatabase place) : OfficersReplyTests(place), IClassFixture<PostgreSqlTestDatabase>;
