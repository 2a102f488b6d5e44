using EngagementBot.Casework.Receipts;

namespace EngagementBot.Casework.Cases;

/// <summary>What a resident sees of a case with the receipt.</summary>
public sealed class ResidentDesk(ICaseStore store, ReceiptHash receipts)
{
    /// <returns>Null if no case has this receipt.</returns>
    public async Task<CaseFile?> FindAsync(string receipt, CancellationToken cancellationToken)
    {
        var found = await store.FindByReceiptAsync(receipts.Of(receipt), cancellationToken);
        return found is null ? null : new CaseFile(found, await store.EventsAsync(found.Id, cancellationToken));
    }

    /// <summary>The cases of which the conversation hears and that have not ended, oldest first.</summary>
    public Task<IReadOnlyList<Case>> OfConversationAsync(string conversationId, CancellationToken cancellationToken) =>
        store.OfConversationAsync(conversationId, cancellationToken);

    public async Task<CaseFile?> FindAsync(long caseId, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(caseId, cancellationToken);
        return found is null ? null : new CaseFile(found, await store.EventsAsync(found.Id, cancellationToken));
    }
}
