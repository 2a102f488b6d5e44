namespace EngagementBot.Casework.Cases;

/// <summary>One thing that happened to a case. Events are only ever appended; what a resident takes back is covered in the words of older ones.</summary>
/// <param name="Sequence">From 1, without gaps within a case.</param>
/// <param name="Text">A note, a reply, a resident's words, a reason; null for none.</param>
/// <param name="Original">The officer's own words, where <paramref name="Text"/> is a machine translation of them; else null.</param>
public sealed record CaseEvent(
    long CaseId, long Sequence, DateTimeOffset At, CaseEventType Type, Actor Actor, string? Text, CaseState? State, string? Original = null);

public enum CaseEventType
{
    Filed,
    Opened,
    Claimed,
    Released,
    Noted,
    Replied,
    StateChanged,
    ResidentWrote,
    ResidentRead,
    ContactRead,
    Reopened,

    /// <summary>The resident sent a picture.</summary>
    PictureCame,

    /// <summary>A picture could not be fetched from the provider; with the reason, in English.</summary>
    PictureLost,

    /// <summary>An officer opened a picture; which, the text tells.</summary>
    PictureOpened,

    /// <summary>The resident had words taken out of what is filed; which, nobody can tell any more.</summary>
    WordsLeftOut,

    /// <summary>A text message for the resident: the provider has taken it.</summary>
    TextQueued,

    /// <summary>The phone company has taken it.</summary>
    TextSent,
    TextDelivered,

    /// <summary>With what is known of the reason, in English.</summary>
    TextFailed,

    /// <summary>Not sent, because the resident wants no texts.</summary>
    TextWithheld,
}

/// <param name="OfficerId">Null for the resident and for the service itself.</param>
/// <param name="Name">The officer's name; <c>resident</c> or <c>service</c> else.</param>
public sealed record Actor(long? OfficerId, string Name)
{
    public static Actor Resident { get; } = new(null, "resident");

    public static Actor Service { get; } = new(null, "service");
}
