using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests.Conversations;

public abstract class ForgettingTests(TestDatabase place) : StorageTests(place)
{
    private readonly string _conversation = Given.Conversation();

    [Fact]
    public async Task WordsAreWipedFromWhereTheDialogBegan()
    {
        await Conversations.CommitAsync(Given.Turn(_conversation, text: "before") with { Replies = [Given.Reply("answer")] }, Cancelled);
        await Conversations.CommitAsync(Given.Turn(_conversation, 1, text: "my secret") with { Replies = [Given.Reply("you said: my secret")] }, Cancelled);
        await Conversations.CommitAsync(Given.Turn(_conversation, 2, text: "leave") with { ForgetFrom = 3, Replies = [Given.Reply("deleted")] }, Cancelled);
        (await LogAsync(_conversation)).Select(m => m.Text).ShouldBe(["before", "answer", "", "", "", "deleted"]);
    }

    [Fact]
    public async Task AWipedTurnIsStillNotTakenTwice()
    {
        await Conversations.CommitAsync(Given.Turn(_conversation, key: "k"), Cancelled);
        await Conversations.CommitAsync(Given.Turn(_conversation, 1) with { ForgetFrom = 1 }, Cancelled);
        (await Conversations.LoadAsync(_conversation, "k", Cancelled))!.AnsweredBefore.ShouldBe(1);
    }

    [Fact]
    public async Task AnOfficersReplyOutlivesTheWiping()
    {
        var filed = await FileAsync(Given.Complaint(_conversation));
        await Cases.ApplyAsync(Given.ReplyTo(filed, "We are looking into it."), Cancelled);
        await Conversations.CommitAsync(Given.Turn(_conversation, 1) with { ForgetFrom = 1 }, Cancelled);
        (await LogAsync(_conversation)).Select(m => m.Text).ShouldBe(["", "We are looking into it.", ""]);
    }

    [Fact]
    public async Task AnotherConversationIsNotTouched()
    {
        var other = Given.Conversation();
        await Conversations.CommitAsync(Given.Turn(other, text: "keep"), Cancelled);
        await Conversations.CommitAsync(Given.Turn(_conversation) with { ForgetFrom = 1 }, Cancelled);
        (await LogAsync(other))[0].Text.ShouldBe("keep");
    }

    [Fact]
    public async Task AnIdleConversationGoesAndItsCaseStays()
    {
        var idle = await FileAsync(Given.Complaint(_conversation, filed: Given.Noon.AddDays(-8)));
        var used = Given.Conversation();
        await Conversations.CommitAsync(Given.Turn(used), Cancelled);
        (await Conversations.ForgetAsync(Given.Noon.AddDays(-7), DateTimeOffset.UnixEpoch, Cancelled)).ShouldBe(1);
        (await Conversations.LoadAsync(_conversation, "", Cancelled)).ShouldBeNull();
        (await LogAsync(_conversation)).ShouldBeEmpty();
        (await LogAsync(used)).ShouldHaveSingleItem();
        (await Cases.FindAsync(idle.Id, Cancelled)).ShouldNotBeNull();
    }
}

public sealed class ForgettingOnSqliteTests(SqliteTestDatabase place) : ForgettingTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class ForgettingOnPostgreSqlTests(PostgreSqlTestDatabase place) : ForgettingTests(place), IClassFixture<PostgreSqlTestDatabase>;
