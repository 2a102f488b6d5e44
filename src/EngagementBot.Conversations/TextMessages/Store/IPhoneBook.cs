using EngagementBot.Casework.Cases;

namespace EngagementBot.Conversations.TextMessages.Store;

/// <summary>What is known of phones, by the conversation that the keyed hash of the number finds. The number itself lies here encrypted, and
/// only while a reply may be due.</summary>
public interface IPhoneBook
{
    /// <summary>The phones that hear of a case.</summary>
    Task<IReadOnlyList<Phone>> OfCaseAsync(long caseId, CancellationToken cancellationToken);

    /// <summary>The texts that belong to a case, oldest first.</summary>
    Task<IReadOnlyList<CaseText>> TextsAsync(long caseId, CancellationToken cancellationToken);

    /// <summary>The resident agrees to be written to first.</summary>
    Task ConsentAsync(Consent consent, CancellationToken cancellationToken);

    /// <summary>A text that answers nothing. Nothing is written unless there is a consent and the phone is open.</summary>
    Task<FirstTextOutcome> WriteFirstAsync(FirstText text, CancellationToken cancellationToken);

    /// <summary>Texts that could not be answered, oldest first.</summary>
    Task<IReadOnlyList<ParkedText>> ParkedAsync(CancellationToken cancellationToken);

    /// <summary>An officer has dealt with it.</summary>
    Task UnparkAsync(string providerId, Actor officer, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Deletes numbers to which no reply can be due any more, and what else has had its time. That a phone is closed stays.</summary>
    /// <param name="idleSince">Of a phone that has not written since then, only open cases and texts under way keep the number.</param>
    /// <param name="oldest">Ids of texts and parked texts older than this go too.</param>
    Task ForgetAsync(DateTimeOffset idleSince, DateTimeOffset oldest, CancellationToken cancellationToken);
}

/// <param name="Number">Encrypted; null where it is not kept any more.</param>
/// <param name="OptedOutAt">Since when the owner wants no texts; null for an open phone.</param>
/// <param name="OptedOutBy">The listed word, <see cref="OwnWords"/> or <see cref="Provider"/>; null for an open phone.</param>
public sealed record Phone(string ConversationId, string? Number, DateTimeOffset SeenAt, DateTimeOffset? OptedOutAt, string? OptedOutBy, Consent? Consent)
{
    /// <summary>A sentence of the resident's own.</summary>
    public const string OwnWords = "own words";

    /// <summary>The provider told it.</summary>
    public const string Provider = "provider";

    public bool IsOptedOut => OptedOutAt is not null;
}

/// <param name="How">In the officer's words: on the phone, on paper, at the counter.</param>
public sealed record Consent(string ConversationId, DateTimeOffset At, Actor Officer, string How);

/// <param name="CaseId">The case that it belongs to: the phone hears of it from now on.</param>
/// <param name="Version">Of the case, as the officer's words were checked against it.</param>
public sealed record FirstText(string ConversationId, string Number, long CaseId, long Version, Actor Officer, ResidentMessage Message, DateTimeOffset At);

public enum FirstTextOutcome
{
    Done,
    NoConsent,
    OptedOut,
    NoCase,
    ChangedMeanwhile,
}

/// <param name="Reason">A code or words of a failure; null for none.</param>
public sealed record CaseText(long Sequence, long Part, TextState State, DateTimeOffset OwedAt, DateTimeOffset? HeldUntil, string? Reason);

/// <param name="Reason">short-code, letters, opted-out, failed, unreadable.</param>
/// <param name="Sender">Encrypted; null where it is a phone whose conversation is named.</param>
/// <param name="Text">Personal numbers covered; empty where only the provider has the words.</param>
/// <param name="ConversationId">Null where it is no phone.</param>
/// <param name="Pictures">How many came with it.</param>
public sealed record ParkedText(string ProviderId, string Reason, string? Sender, string Text, string? ConversationId, DateTimeOffset At, long Pictures = 0);
