namespace EngagementBot.Conversations.TextMessages.Store;

/// <summary>Texts to phones. What a turn or an officer says is owed from the same transaction on; each is sent once, in order for each phone,
/// and what becomes of it is written to its case.</summary>
public interface ITextOutbox
{
    /// <summary>What may be sent now, longest waiting first: of each phone the first that is not held. Whoever takes them has them alone until
    /// <paramref name="leased"/>.</summary>
    Task<IReadOnlyList<OwedText>> TakeAsync(int most, DateTimeOffset now, DateTimeOffset leased, CancellationToken cancellationToken);

    /// <summary>Those of the provider's ids that belong to no text of ours.</summary>
    Task<IReadOnlyList<string>> UnknownAsync(IReadOnlyList<string> providerIds, CancellationToken cancellationToken);

    /// <summary>The provider has it.</summary>
    /// <param name="erase">When its words shall be deleted there at the latest; null for never.</param>
    Task AcceptedAsync(OwedText text, string providerId, DateTimeOffset now, DateTimeOffset? erase, CancellationToken cancellationToken);

    /// <summary>It will not be sent, and the resident is not reached.</summary>
    Task FailedAsync(OwedText text, string code, string words, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>It is not sent because the resident wants no texts.</summary>
    /// <param name="learned">The provider told it just now: the phone is closed.</param>
    Task WithheldAsync(OwedText text, bool learned, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>There is nothing to send any more: its words were erased.</summary>
    Task DroppedAsync(OwedText text, CancellationToken cancellationToken);

    /// <summary>Waits until then; others to the same phone may go before it.</summary>
    Task HoldAsync(OwedText text, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Tries again then; others to the same phone wait behind it.</summary>
    /// <param name="inDoubt">This attempt may have been taken. What is in doubt of an earlier one stays so.</param>
    Task PostponeAsync(OwedText text, DateTimeOffset next, bool inDoubt, CancellationToken cancellationToken);

    /// <summary>What the provider tells of a text. What is older than what is known already, or of no text of ours, changes nothing.</summary>
    Task ReportAsync(TextNews news, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Whose words shall now be deleted at the provider.</summary>
    Task<IReadOnlyList<TextErasure>> TakeErasuresAsync(int most, DateTimeOffset now, DateTimeOffset leased, CancellationToken cancellationToken);

    Task EraseAsync(string providerId, DateTimeOffset due, CancellationToken cancellationToken);

    Task ErasedAsync(string providerId, CancellationToken cancellationToken);

    /// <param name="next">Null gives up.</param>
    Task PostponeErasureAsync(string providerId, DateTimeOffset? next, CancellationToken cancellationToken);
}

/// <param name="Id">Ours, without a meaning of its own: it goes to the provider.</param>
/// <param name="Sequence">Of the message in the conversation's log.</param>
/// <param name="Part">From 0, where a message is longer than a text.</param>
/// <param name="Answers">It answers a message, so that it may go at any hour.</param>
/// <param name="IsLast">It confirms that no more texts will come.</param>
/// <param name="Number">Encrypted; null where it is not kept any more.</param>
/// <param name="DoubtSince">An attempt then had no known end.</param>
/// <param name="Attempts">This one included.</param>
/// <param name="OwedAt">When it was said.</param>
public sealed record OwedText(
    string Id, string ConversationId, long Sequence, long Part, bool Answers, bool IsLast, string? Number, bool IsOptedOut, DateTimeOffset? DoubtSince,
    long Attempts, DateTimeOffset OwedAt);

public enum TextState
{
    Waiting,
    Held,
    Sending,
    Queued,
    Sent,
    Delivered,
    Failed,
    Withheld,
    Dropped,
}

/// <param name="TextId">Our id; null where the provider does not give it back.</param>
/// <param name="Reason">For officers, in English: code and words of a failure. Null for none.</param>
/// <param name="Erases">Its words may now be deleted at the provider.</param>
public sealed record TextNews(string ProviderId, string? TextId, TextState State, string? Reason, bool Erases);

public sealed record TextErasure(string ProviderId, long Attempts);
