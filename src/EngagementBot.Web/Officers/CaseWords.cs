using EngagementBot.Casework.Cases;

namespace EngagementBot.Web.Officers;

/// <summary>What officers read for the values of a case.</summary>
internal static class CaseWords
{
    private const int ExcerptLength = 160;

    public static readonly string[] Kinds = ["complaint", "concern", "emergency", "human", "praise"];

    public static string Priority(int priority) => priority switch
    {
        1 => "Act now",
        2 => "Same day",
        3 => "Ordinary",
        _ => "Low",
    };

    public static string Kind(string kind) => kind switch
    {
        "complaint" => "Complaint",
        "concern" => "Concern",
        "emergency" => "Emergency",
        "human" => "Call back",
        "praise" => "Praise",
        _ => kind,
    };

    public static string Channel(string channel) => channel switch
    {
        "directline" or "webchat" => "web chat",
        "sms" => "text message",
        _ => channel,
    };

    public static string State(CaseState state) => state switch
    {
        CaseState.New => "New",
        CaseState.Acknowledged => "Acknowledged",
        CaseState.InProgress => "In progress",
        CaseState.Waiting => "Waiting for the resident",
        CaseState.Resolved => "Resolved",
        CaseState.Closed => "Closed",
        CaseState.NotReached => "Resident not reached",
        _ => "Withdrawn by the resident",
    };

    /// <summary>The name of a step of a dialog, or of a contact detail.</summary>
    public static string Answer(string step) => step switch
    {
        "when" => "When",
        "where" => "Where",
        "time" => "Best time to call",
        "phone" => "Phone",
        "email" => "E-mail",
        _ => char.ToUpperInvariant(step[0]) + step[1..],
    };

    /// <summary>What happened, after the actor's name.</summary>
    public static string Event(CaseEvent happened) => happened.Type switch
    {
        CaseEventType.Filed => "filed the case",
        CaseEventType.Opened => "opened the case",
        CaseEventType.Claimed => "took the case",
        CaseEventType.Released => "gave the case back",
        CaseEventType.Noted => "wrote an internal note",
        CaseEventType.Replied => "replied to the resident",
        CaseEventType.StateChanged => $"changed the state to “{State(happened.State ?? CaseState.New)}”",
        CaseEventType.ResidentWrote => "wrote again",
        CaseEventType.ResidentRead => "looked at the case",
        CaseEventType.ContactRead => "read the contact details",
        CaseEventType.PictureCame => "sent a picture",
        CaseEventType.PictureLost => "could not fetch a picture",
        CaseEventType.PictureOpened => "opened a picture",
        CaseEventType.WordsLeftOut => "had words left out of the case",
        CaseEventType.TextQueued => "handed the text message to the provider",
        CaseEventType.TextSent => "saw the text message on its way",
        CaseEventType.TextDelivered => "saw the text message delivered",
        CaseEventType.TextFailed => "could not reach the resident by text message",
        CaseEventType.TextWithheld => "did not send the text message: the resident wants none",
        _ => $"opened the case again: “{State(happened.State ?? CaseState.InProgress)}”",
    };

    public static string Actor(Actor actor) => actor switch
    {
        { OfficerId: not null } => actor.Name,
        _ when actor == Casework.Cases.Actor.Service => "The service",
        _ => "The resident",
    };

    /// <summary>The resident sees the words of these; of a change of state only the state, not the reason.</summary>
    public static bool IsSeenByResident(CaseEvent happened) => happened.Type is CaseEventType.Filed or CaseEventType.Replied or CaseEventType.ResidentWrote;

    public static bool ShowsStateToResident(CaseEvent happened) => happened.Type is CaseEventType.StateChanged or CaseEventType.Reopened;

    /// <returns>The tag of words of the resident or for the resident; null for others.</returns>
    public static string? Language(CaseEvent happened, Case about) => happened.Type switch
    {
        CaseEventType.ResidentWrote => about.LanguageOfWords,
        CaseEventType.Replied => about.Language,
        _ => null,
    };

    /// <summary>What a picture is: JPEG, PNG ...</summary>
    public static string Picture(string type) => type.Split('/')[1].ToUpperInvariant();

    public static string Excerpt(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= ExcerptLength)
            return line;
        var end = line.LastIndexOf(' ', ExcerptLength);
        if (end < ExcerptLength / 2)
            end = char.IsLowSurrogate(line[ExcerptLength]) ? ExcerptLength - 1 : ExcerptLength;
        return line[..end] + " …";
    }
}
