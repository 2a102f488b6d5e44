namespace EngagementBot.Casework.Cases;

/// <summary>The cases, and all that happened to them.</summary>
public interface ICaseStore
{
    /// <summary>One page of the queue: most pressing priority first, then the earliest due time, then the oldest.</summary>
    Task<IReadOnlyList<Case>> QueueAsync(QueueFilter filter, CancellationToken cancellationToken);

    /// <summary>Urgent cases that nobody has claimed and that have not ended.</summary>
    Task<long> CountUnclaimedUrgentAsync(CancellationToken cancellationToken);

    /// <summary>Cases of whose last text message it is known that it did not reach the resident, and that nobody has gone on with since.</summary>
    Task<long> CountNotReachedAsync(CancellationToken cancellationToken);

    /// <summary>The cases of which the conversation hears and that have not ended, oldest first.</summary>
    Task<IReadOnlyList<Case>> OfConversationAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Those that have ended too, oldest first.</summary>
    Task<IReadOnlyList<Case>> EverOfConversationAsync(string conversationId, CancellationToken cancellationToken);

    /// <returns>Null if there is no such case.</returns>
    Task<Case?> FindAsync(string number, CancellationToken cancellationToken);

    /// <returns>Null if there is no such case.</returns>
    Task<Case?> FindAsync(long id, CancellationToken cancellationToken);

    /// <returns>Null if no case has a receipt with this hash.</returns>
    Task<Case?> FindByReceiptAsync(string receiptHash, CancellationToken cancellationToken);

    /// <summary>Oldest first.</summary>
    Task<IReadOnlyList<CaseEvent>> EventsAsync(long caseId, CancellationToken cancellationToken);

    /// <summary>Encrypted contact details by kind. Whoever reads them writes a <see cref="CaseEventType.ContactRead"/> event.</summary>
    Task<IReadOnlyDictionary<string, string>> ContactsAsync(long caseId, CancellationToken cancellationToken);

    /// <summary>Appends the events and writes the changed case in one transaction, and puts <see cref="CaseChange.Message"/>
    /// into each conversation that hears of the case.</summary>
    /// <returns>False if somebody else changed the case meanwhile: nothing was written.</returns>
    Task<bool> ApplyAsync(CaseChange change, CancellationToken cancellationToken);

    /// <summary>Deletes cases that ended before this, with all that belongs to them.</summary>
    /// <returns>How many.</returns>
    Task<long> ForgetAsync(DateTimeOffset endedBefore, CancellationToken cancellationToken);

    /// <summary>Every case, by number, for <c>cases export</c>.</summary>
    IAsyncEnumerable<Case> ExportAsync(CancellationToken cancellationToken);
}

/// <param name="Language">A tag, of the replies or of the resident's words; null for all, and so on.</param>
/// <param name="Ended">True also shows what is resolved, closed or withdrawn when no state is named.</param>
/// <param name="UnclaimedUrgent">Only cases to act on now that nobody has claimed.</param>
/// <param name="Take">1 to 200.</param>
public sealed record QueueFilter(
    string? Language = null, string? Kind = null, CaseState? State = null, bool Ended = false, long? OfficerId = null, bool UnclaimedUrgent = false, int Skip = 0,
    int Take = 50);

/// <param name="Changed">The case as it shall be; its version is the one that was read.</param>
/// <param name="Message">What the resident hears in the chat; null for nothing.</param>
public sealed record CaseChange(Case Changed, IReadOnlyList<CaseEvent> Events, ResidentMessage? Message = null);

/// <summary>Words for the resident, in the language of the case.</summary>
public sealed record ResidentMessage(string Text, string Language);
