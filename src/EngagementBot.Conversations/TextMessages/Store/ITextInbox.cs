namespace EngagementBot.Conversations.TextMessages.Store;

/// <summary>Texts that came in: on disk before the provider is answered, then worked on in the order of their coming for each phone.</summary>
public interface ITextInbox
{
    /// <summary>Keeps texts in their order, and the numbers for as long as a reply may be due. What is there already changes nothing.</summary>
    /// <returns>How many were new.</returns>
    Task<int> KeepAsync(IReadOnlyList<NewText> texts, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Keeps a text that cannot be answered where officers see it.</summary>
    /// <param name="erases">Its words shall be deleted at the provider.</param>
    /// <returns>False if it is there already.</returns>
    Task<bool> ParkAsync(ParkedText text, bool erases, CancellationToken cancellationToken);

    /// <summary>What is to be worked on now: of each phone the oldest. Whoever takes them has them alone until <paramref name="leased"/>.</summary>
    /// <param name="most">At most so many.</param>
    Task<IReadOnlyList<WaitingText>> TakeAsync(int most, DateTimeOffset now, DateTimeOffset leased, CancellationToken cancellationToken);

    /// <summary>It has been worked on: its words go.</summary>
    Task FinishAsync(long id, CancellationToken cancellationToken);

    /// <summary>Is taken again then; the next ones of the same phone wait behind it.</summary>
    Task PostponeAsync(long id, DateTimeOffset next, CancellationToken cancellationToken);

    /// <summary>It cannot be worked on: it is parked, and the phone's next one is free.</summary>
    Task GiveUpAsync(WaitingText text, ParkedText parked, CancellationToken cancellationToken);
}

/// <param name="ConversationId">Made of the keyed hash of the number.</param>
/// <param name="Number">Encrypted.</param>
/// <param name="Content">Encrypted: words, pictures, keyword.</param>
public sealed record NewText(string ProviderId, string ConversationId, string Number, string Content);

/// <param name="Attempts">That failed.</param>
/// <param name="IsOptedOut">The phone's owner wants no texts.</param>
public sealed record WaitingText(long Id, string ProviderId, string ConversationId, string Content, long Attempts, bool IsOptedOut);
