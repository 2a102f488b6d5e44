using System.Text.Json;
using System.Text.Json.Serialization;
using EngagementBot.Channels.DirectLine;

namespace EngagementBot.Channels.BotFramework;

/// <summary>How the wire is read and written: source-generated, camel case, nothing for null.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(ConversationStart))]
[JsonSerializable(typeof(TokenParameters))]
[JsonSerializable(typeof(PageToken))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(string))]
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.Strict)]
public sealed partial class ActivityJson : JsonSerializerContext;
