using System.Text.Json;
using System.Text.Json.Serialization;
using EngagementBot.Channels.BotFramework;

namespace EngagementBot.Channels.DirectLine;

/// <summary>Activities and the watermark behind them. Direct Line 3.0.</summary>
public sealed record ActivitySet(IReadOnlyList<Activity> Activities, string? Watermark);

/// <summary>The answer to starting, reconnecting, and to tokens.</summary>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record Conversation(
    string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string? StreamUrl = null,
    string? ReferenceGrammarId = null);

/// <summary>The answer of <c>/api/directline/token</c>.</summary>
public sealed record PageToken(string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string UserId, string ConversationId);

/// <summary>The optional body of starting a conversation.</summary>
public sealed class ConversationStart
{
    public string? Locale { get; set; }
    public ChannelAccount? User { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The optional body of generating a token.</summary>
public sealed class TokenParameters
{
    public ChannelAccount? User { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

public sealed record ResourceResponse(string Id);
