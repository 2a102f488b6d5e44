using EngagementBot.Casework.Receipts;
using EngagementBot.Conversations;
using EngagementBot.Storage.Conversations;
using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests.Conversations;

public abstract class ReceiptInReplyTests(TestDatabase place) : StorageTests(place)
{
    private const string Covered = "Filed: •••• •••• •••• ••••";
    private readonly string _conversation = Given.Conversation();
    private readonly string _receipt = Receipt.Draw();

    [Fact]
    public async Task TheReceiptIsShownButLiesNowhereInPlainText()
    {
        await FileWithReceiptAsync();
        (await ShownAsync()).ShouldBe($"Filed: {Receipt.Show(_receipt)}");
        var rows = await RawAsync(
            "SELECT text || ' ' || COALESCE(secret, '') || ' ' || COALESCE(envelope, '') FROM messages UNION ALL SELECT state FROM conversations "
            + "UNION ALL SELECT receipt_hash || text || answers FROM cases UNION ALL SELECT text FROM case_events");
        rows.ShouldNotContain(r => r != null && (r.Contains(_receipt) || r.Contains(Receipt.Show(_receipt))));
    }

    [Fact]
    public async Task TheReceiptIsGoneOnceTheResidentCameBackWithIt()
    {
        var caseId = await FileWithReceiptAsync();
        await Conversations.CommitAsync(Given.Turn(Given.Conversation()) with { Returns = caseId }, Cancelled);
        (await ShownAsync()).ShouldBe(Covered);
        (await SecretsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task TheReceiptIsGoneAfterADay()
    {
        await FileWithReceiptAsync();
        await Conversations.ForgetAsync(DateTimeOffset.UnixEpoch, Given.Noon, Cancelled);
        (await SecretsAsync()).ShouldBe(1);
        await Conversations.ForgetAsync(DateTimeOffset.UnixEpoch, Given.Noon.AddSeconds(1), Cancelled);
        (await SecretsAsync()).ShouldBe(0);
        (await ShownAsync()).ShouldBe(Covered);
    }

    [Fact]
    public async Task AReceiptThatCannotBeDecryptedIsShownAsDots()
    {
        await FileWithReceiptAsync();
        var withoutKeys = new ConversationStore(Place.Database, new BrokenText(), Bell);
        (await withoutKeys.MessagesAsync(_conversation, 1, 1, Cancelled))[0].Text.ShouldBe(Covered);
    }

    private async Task<long> FileWithReceiptAsync()
    {
        var filed = Given.Complaint(_conversation);
        await Conversations.CommitAsync(
            Given.Turn(_conversation) with { Files = filed, Replies = [Given.Reply($"Filed: {ReceiptMark.Placeholder}", _receipt)] }, Cancelled);
        return (await Cases.FindByReceiptAsync(filed.ReceiptHash, Cancelled))!.Id;
    }

    private async Task<string> ShownAsync() => (await LogAsync(_conversation))[1].Text;

    private Task<long> SecretsAsync() => CountAsync("messages WHERE secret IS NOT NULL AND conversation_id = @_conversation", new { _conversation });
}

public sealed class ReceiptInReplyOnSqliteTests(SqliteTestDatabase place) : ReceiptInReplyTests(place), IClassFixture<SqliteTestDatabase>;

public sealed class ReceiptInReplyOnPostgreSqlTests(PostgreSqlTestDatabase place) : ReceiptInReplyTests(place), IClassFixture<PostgreSqlTestDatabase>;
