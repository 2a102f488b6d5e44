using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.Store;
using EngagementBot.Storage.Cases;
using EngagementBot.Storage.Conversations;
using EngagementBot.Storage.Tests.Databases;

namespace EngagementBot.Storage.Tests;

/// <summary>Each test of a class that derives from this runs on both databases; one that is not there shows as skipped.</summary>
public abstract class StorageTests
{
    protected StorageTests(TestDatabase place)
    {
        Assert.SkipUnless(place.WhyNot is null, place.WhyNot ?? "");
        Place = place;
        Conversations = new ConversationStore(place.Database, new SealedText(), Bell);
        Cases = new CaseStore(place.Database, Bell);
    }

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected TestDatabase Place { get; }

    protected RecordingBell Bell { get; } = new();

    protected ConversationStore Conversations { get; }

    protected CaseStore Cases { get; }

    /// <summary>Files a case in a conversation of its own.</summary>
    protected async Task<Case> FileAsync(NewCase filed)
    {
        await Conversations.CommitAsync(Given.Turn(filed.ConversationId) with { Files = filed, At = filed.FiledAt }, Cancelled);
        return (await Cases.FindByReceiptAsync(filed.ReceiptHash, Cancelled)).ShouldNotBeNull();
    }

    protected async Task<IReadOnlyList<Message>> LogAsync(string conversation) => await Conversations.MessagesAsync(conversation, 0, 100, Cancelled);

    private protected Task<IReadOnlyList<string?>> RawAsync(string sql, object? values = null) =>
        Place.Database.ReadAsync(s => s.ListAsync<string?>(sql, values), Cancelled);

    private protected Task<long> CountAsync(string sql, object? values = null) =>
        Place.Database.ReadAsync(s => s.ScalarAsync<long>($"SELECT COUNT(*) FROM {sql}", values), Cancelled);
}
