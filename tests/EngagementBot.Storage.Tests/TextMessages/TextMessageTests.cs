using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.Storage.Tests.Databases;
using EngagementBot.Storage.TextMessages;

namespace EngagementBot.Storage.Tests.TextMessages;

/// <summary>What the tests of text messages share: a phone, and turns by text.</summary>
public abstract class TextMessageTests : StorageTests
{
    protected static readonly DateTimeOffset Later = Given.Noon.AddMinutes(1);

    protected TextMessageTests(TestDatabase place)
        : base(place)
    {
        Inbox = new TextInbox(place.Database);
        Outbox = new TextOutbox(place.Database);
        Phones = new PhoneBook(place.Database, Bell);
    }

    protected string Conversation { get; } = $"phone-{Guid.NewGuid():N}";

    protected TextInbox Inbox { get; }

    protected TextOutbox Outbox { get; }

    protected PhoneBook Phones { get; }

    protected Task<int> KeepAsync(string? providerId = null, DateTimeOffset? at = null, string? conversation = null) =>
        Inbox.KeepAsync([new NewText(providerId ?? Guid.NewGuid().ToString("N"), conversation ?? Conversation, "sealed number", "sealed words")], at ?? Given.Noon, Cancelled);

    protected async Task<IReadOnlyList<WaitingText>> TakeInAsync(DateTimeOffset? now = null) =>
        [.. (await Inbox.TakeAsync(1000, now ?? Later, (now ?? Later).AddSeconds(20), Cancelled)).Where(t => t.ConversationId == Conversation)];

    protected async Task<IReadOnlyList<OwedText>> TakeOutAsync(DateTimeOffset? now = null) =>
        [.. (await Outbox.TakeAsync(1000, now ?? Later, (now ?? Later).AddSeconds(45), Cancelled)).Where(t => t.ConversationId == Conversation)];

    /// <summary>What is known of the phone; null for nothing.</summary>
    private protected Task<KnownPhone?> PhoneAsync() => Place.Database.ReadAsync(
        sql => sql.FirstAsync<KnownPhone>("SELECT number, opted_out_by AS OptedOutBy FROM phones WHERE conversation_id = @Conversation", new { Conversation }), Cancelled);

    private protected Task<long> SayAsync(long version, string[] replies, Func<TurnRecord, TurnRecord>? with = null)
    {
        var record = Given.Turn(Conversation, version);
        record = record with { Turn = record.Turn with { Channel = "sms", PagesAt = "https://chat.county.example" }, Replies = [.. replies.Select(r => Given.Reply(r))] };
        return Conversations.CommitAsync(with is null ? record : with(record), Cancelled);
    }

    protected Task<Casework.Cases.Case> FileByTextAsync() => FileByTextAsync(0);

    protected async Task<Casework.Cases.Case> FileByTextAsync(long version)
    {
        var filed = Given.Complaint(Conversation);
        await SayAsync(version, ["Filed."], r => r with { Files = filed });
        return (await Cases.FindByReceiptAsync(filed.ReceiptHash, Cancelled))!;
    }

    private protected sealed class KnownPhone
    {
        public string? Number { get; set; }
        public string? OptedOutBy { get; set; }
        public bool IsOptedOut => OptedOutBy is not null;
    }
}
