namespace EngagementBot.Conversations.Store;

/// <summary>One line of a conversation's log, as a channel hands it on.</summary>
/// <param name="Sequence">From 1, rising; a watermark is the sequence last seen.</param>
/// <param name="Type">message, or another type of activity that the resident's client sent.</param>
/// <param name="Text">With the receipt in it for as long as it may be shown, else with dots.</param>
/// <param name="Suggestions">Empty for none.</param>
/// <param name="ReplyTo">The sequence of the message that it answers; null for an officer's reply and for the resident's own.</param>
/// <param name="ReplyToKey">The key of the turn that it answers; null as for <paramref name="ReplyTo"/>.</param>
/// <param name="Envelope">As in <see cref="Turns.Turn.Envelope"/>.</param>
public sealed record Message(
    string ConversationId, long Sequence, bool IsFromResident, string Type, string Text, string? Language, IReadOnlyList<string> Suggestions,
    DateTimeOffset At, long? ReplyTo, string? ReplyToKey, string? Envelope);
