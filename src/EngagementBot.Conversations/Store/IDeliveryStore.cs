namespace EngagementBot.Conversations.Store;

/// <summary>The outbox of channels that do not fetch their replies: each conversation's log, and how far it has been delivered.</summary>
public interface IDeliveryStore
{
    /// <summary>What is due now, longest waiting first. Whoever takes it has it alone until <paramref name="leased"/>.</summary>
    /// <returns>Null if nothing is due.</returns>
    Task<Delivery?> TakeAsync(DateTimeOffset now, DateTimeOffset leased, CancellationToken cancellationToken);

    /// <summary>Everything up to this sequence has been delivered; whoever took the delivery keeps it until <paramref name="leased"/>.</summary>
    Task AdvanceAsync(string conversationId, long sequence, DateTimeOffset leased, CancellationToken cancellationToken);

    /// <summary>Gives the delivery back; it is due again at once if more has come meanwhile.</summary>
    Task ReleaseAsync(string conversationId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Tries again then; null gives up.</summary>
    Task PostponeAsync(string conversationId, DateTimeOffset? next, CancellationToken cancellationToken);
}

/// <param name="Address">Where to, as the channel's code wrote it.</param>
/// <param name="Delivered">The sequence up to which the log has been delivered.</param>
/// <param name="Attempts">That failed since the last success.</param>
public sealed record Delivery(string ConversationId, string Address, long Delivered, long Attempts);
