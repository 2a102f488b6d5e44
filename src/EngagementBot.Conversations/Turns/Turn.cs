using EngagementBot.Conversations.Store;

namespace EngagementBot.Conversations.Turns;

/// <summary>One thing that came in through a channel.</summary>
public sealed record Turn
{
    public required string ConversationId { get; init; }

    /// <summary>directline, webchat, sms, emulator ...</summary>
    public required string Channel { get; init; }

    /// <summary>Makes the turn idempotent: a second one with the same key in the conversation changes nothing and has the same answer.</summary>
    public required string Key { get; init; }

    public required TurnType Type { get; init; }

    /// <summary>The resident's words; for <see cref="TurnType.Language"/> a tag.</summary>
    public string Text { get; init; } = "";

    /// <summary>The language of the page or device; a hint, no choice.</summary>
    public string? LocaleHint { get; init; }

    public bool HasAttachments { get; init; }

    /// <summary>Where replies are sent, as the channel's code writes it; null where the client fetches them.</summary>
    public string? ReplyAddress { get; init; }

    /// <summary>The replies go back in the response to this very turn, so that they need not be sent.</summary>
    public bool RepliesInline { get; init; }

    /// <summary>Of a channel of text messages: the address under which the pages of the answers stand. Null for every other channel, where
    /// an answer is sent whole and what can be chosen is tapped.</summary>
    public string? PagesAt { get; init; }

    public bool IsText => PagesAt is not null;

    /// <summary>The phone's owner wants no texts: nothing that this turn says may be sent.</summary>
    public bool IsOptedOut { get; init; }

    /// <summary>The provider has taken the text for this word and has answered it already.</summary>
    public TextKeyword AnsweredKeyword { get; init; }

    /// <summary>Addresses of pictures that came along, encrypted.</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];

    /// <summary>What the channel wants back with the message, unread: JSON without the text. Null for nothing.</summary>
    public string? Envelope { get; init; }
}

public enum TurnType
{
    /// <summary>The resident has just come: greeted once.</summary>
    Start,

    Message,

    /// <summary>The resident chose a language on the page.</summary>
    Language,

    /// <summary>Kept and handed on, but not answered.</summary>
    Other,

    /// <summary>The resident ended the conversation; nothing more is taken.</summary>
    End,
}

/// <summary>A word that phone companies and providers know.</summary>
public enum TextKeyword
{
    None,
    Stop,
    Start,
    Help,
}

/// <param name="Suggestions">What a tap sends, the one that goes forward first.</param>
/// <param name="Secret">Stands for <c>{receipt}</c> in the text; stored encrypted and only for a while. Null for none.</param>
/// <param name="Link">Where the whole of it stands, said below a text message. Null for none.</param>
public sealed record Reply(string Text, string Language, IReadOnlyList<string> Suggestions, string? Secret = null, string? Link = null);

/// <param name="Sequence">Of the resident's message in the conversation's log.</param>
/// <param name="IsRepeat">The same turn had been answered before.</param>
/// <param name="Replies">As they stand in the log now; null for a repeat, whose replies only the log has.</param>
public sealed record TurnResult(long Sequence, bool IsRepeat, bool HasEnded = false, IReadOnlyList<Message>? Replies = null);
