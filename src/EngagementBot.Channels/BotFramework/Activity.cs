using System.Text.Json;
using System.Text.Json.Serialization;

namespace EngagementBot.Channels.BotFramework;

/// <summary>An activity of the Bot Framework protocol, version 3, with the names of Microsoft's SDK. What is not named here is kept
/// in <see cref="Properties"/> and survives a round trip.</summary>
public sealed class Activity
{
    public string? Type { get; set; }
    public string? Id { get; set; }
    public DateTimeOffset? Timestamp { get; set; }
    public string? ServiceUrl { get; set; }
    public string? ChannelId { get; set; }
    public ChannelAccount? From { get; set; }
    public ConversationAccount? Conversation { get; set; }
    public ChannelAccount? Recipient { get; set; }
    public string? TextFormat { get; set; }
    public string? Locale { get; set; }
    public string? Text { get; set; }
    public string? InputHint { get; set; }
    public SuggestedActions? SuggestedActions { get; set; }
    public IList<JsonElement>? Attachments { get; set; }
    public string? ReplyToId { get; set; }
    public string? DeliveryMode { get; set; }

    /// <summary>Of an event activity.</summary>
    public string? Name { get; set; }

    public JsonElement? Value { get; set; }
    public JsonElement? ChannelData { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

public static class ActivityTypes
{
    public const string Message = "message";
    public const string Event = "event";
    public const string Typing = "typing";
    public const string ConversationUpdate = "conversationUpdate";
    public const string EndOfConversation = "endOfConversation";
}

public sealed class ChannelAccount
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? Role { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

public sealed class ConversationAccount
{
    public string? Id { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

public sealed class SuggestedActions
{
    public IList<string>? To { get; set; }
    public IList<CardAction>? Actions { get; set; }
}

public sealed class CardAction
{
    public string? Type { get; set; }
    public string? Title { get; set; }
    public JsonElement? Value { get; set; }

    /// <summary>A tap says this, as if it had been typed.</summary>
    public static CardAction ImBack(string words) =>
        new() { Type = "imBack", Title = words, Value = JsonSerializer.SerializeToElement(words, ActivityJson.Wire.String) };
}
