namespace EngagementBot.Conversations.Understanding;

/// <summary>A message of a conversation, as it is to be understood.</summary>
/// <param name="Text">Already masked.</param>
/// <param name="Language">Tag of the language used so far.</param>
/// <param name="LastTopic">What was answered last; null if nothing was.</param>
/// <param name="Asks">Whether a service may be asked too.</param>
public sealed record Said(string Text, string? Language, string? LastTopic, ServiceMay Asks);

/// <summary>What a service may be asked of a message.</summary>
public enum ServiceMay
{
    /// <summary>A button, a receipt, a contact detail: nothing leaves the house.</summary>
    NotBeAsked,

    /// <summary>An answer in the resident's own words, such as where it happened.</summary>
    TellPersonalData,

    /// <summary>What happened, inside a dialog: the case keeps its language, the conversation does not change.</summary>
    TellStory,

    TellAll,
}
