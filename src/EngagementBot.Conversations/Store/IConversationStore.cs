using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.Turns;

namespace EngagementBot.Conversations.Store;

/// <summary>Conversations with their logs.</summary>
public interface IConversationStore
{
    /// <summary>The conversation, and whether the turn with this key was taken before.</summary>
    /// <returns>Null if there is no such conversation.</returns>
    Task<LoadedConversation?> LoadAsync(string id, string key, CancellationToken cancellationToken);

    /// <summary>Everything that a turn changes, in one transaction, on disk when it returns.</summary>
    /// <returns>The sequence of the resident's message.</returns>
    /// <exception cref="ConversationChangedException">Another turn of this conversation came in between; nothing was written.</exception>
    Task<long> CommitAsync(TurnRecord record, CancellationToken cancellationToken);

    /// <summary>What came after <paramref name="after"/>, oldest first.</summary>
    /// <param name="take">At most so many.</param>
    Task<IReadOnlyList<Message>> MessagesAsync(string conversationId, long after, int take, CancellationToken cancellationToken);

    /// <returns>The sequence of the newest message; null if there is no such conversation.</returns>
    Task<long?> LastSequenceAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Deletes conversations that nobody has used since <paramref name="idleSince"/>, and receipts in replies older than <paramref name="receiptsBefore"/>.
    /// A phone's conversation that waits for an officer stays without its words, and one that has texts under way with those alone.</summary>
    /// <returns>How many conversations were deleted.</returns>
    Task<long> ForgetAsync(DateTimeOffset idleSince, DateTimeOffset receiptsBefore, CancellationToken cancellationToken);
}

/// <param name="AnsweredBefore">The sequence of the message with the same key; null if the turn is new.</param>
/// <param name="LastSequence">Of the newest message in the log.</param>
public sealed record LoadedConversation(ConversationState State, long Version, long LastSequence, long? AnsweredBefore, bool HasEnded);

/// <summary>A turn, done, and about to be stored.</summary>
public sealed record TurnRecord
{
    public required Turn Turn { get; init; }

    /// <summary>0 for a conversation that does not exist yet.</summary>
    public required long Version { get; init; }

    public required ConversationState State { get; init; }

    /// <summary>The resident's words as they may be kept: personal numbers and receipts covered.</summary>
    public required string StoredText { get; init; }

    public required IReadOnlyList<Reply> Replies { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>A case to file; null for none.</summary>
    public NewCase? Files { get; init; }

    /// <summary>Words for an existing case; null for none.</summary>
    public CaseAddition? Adds { get; init; }

    /// <summary>Words that the resident takes back, or does not want in the case that is filed; null for none.</summary>
    public LeftOut? LeavesOut { get; init; }

    /// <summary>The case whose receipt was shown for the first time by coming back: the stored receipt goes, and this
    /// conversation hears of replies from now on. Null for none.</summary>
    public long? Returns { get; init; }

    /// <summary>The kind of an opinion that is only counted, with its language; null for none.</summary>
    public string? Counts { get; init; }

    /// <summary>The words of this sequence and all after it are wiped; null for none, 1 for the whole conversation.</summary>
    public long? ForgetFrom { get; init; }

    /// <summary>The conversation hears no more of its cases.</summary>
    public bool StopsNews { get; init; }

    /// <summary>Closes the phone to our texts, or opens it again; null for neither. What the same turn says still goes out.</summary>
    public OptOut? OptOut { get; init; }

    /// <summary>Why an officer should look at this text, which is not answered; null if it is.</summary>
    public string? Parks { get; init; }

    /// <summary>Pictures for an existing case; null for none.</summary>
    public CasePictures? AddsPictures { get; init; }
}

/// <param name="Word">The listed word by which the resident said so; null for a sentence of the resident's own.</param>
public sealed record OptOut(bool IsOut, string? Word);

/// <param name="Addresses">Encrypted.</param>
public sealed record CasePictures(long CaseId, IReadOnlyList<string> Addresses);

/// <param name="Text">What the resident adds, personal numbers covered.</param>
public sealed record CaseAddition(long CaseId, string Text);

/// <summary>Out of all that the resident told in the case, said in the conversations that hear of it, and was read back there.</summary>
/// <param name="CaseId">Null for the case that the same turn files.</param>
/// <param name="Without">A resident's text as it shall be; the same where there is nothing to leave out.</param>
/// <param name="WithoutReadBack">A reply of the bot's, likewise: only where it reads back what the resident told.</param>
public sealed record LeftOut(long? CaseId, Func<string, string> Without, Func<string, string> WithoutReadBack);

/// <summary>Another turn of the same conversation was stored meanwhile.</summary>
public sealed class ConversationChangedException : Exception;
