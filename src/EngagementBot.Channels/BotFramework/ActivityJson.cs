using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EngagementBot.Channels.DirectLine;

namespace EngagementBot.Channels.BotFramework;

/// <summary>How the wire is read and written: source-generated, camel case, nothing for null.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(ConversationStart))]
[JsonSerializable(typeof(TokenParameters))]
[JsonSerializable(typeof(PageToken))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(string))]
public sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>Letters of every script as they are: an Arabic answer would be three times as long in escapes. It is always sent as JSON, never inside HTML.</summary>
    public static ActivityJson Wire { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
