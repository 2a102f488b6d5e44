using System.Text.Json;
using System.Text.Json.Serialization;
using EngagementBot.Casework.Receipts;
using EngagementBot.Channels.TextMessages;

namespace EngagementBot.Web.TextMessages;

/// <summary>What a text says, as it lies encrypted until it is worked on.</summary>
internal sealed partial record TextContent(string Text, IReadOnlyList<string> Pictures, KeywordHandled Handled)
{
    public static string Protect(ReceivedText text, IConfidentialText confidential) =>
        confidential.Protect(JsonSerializer.Serialize(new TextContent(text.Text, text.Pictures, text.Handled), Json.Default.TextContent));

    /// <returns>Null if it cannot be read any more.</returns>
    public static TextContent? Unprotect(string content, IConfidentialText confidential) =>
        confidential.Unprotect(content) is { } json ? JsonSerializer.Deserialize(json, Json.Default.TextContent) : null;

    [JsonSerializable(typeof(TextContent))]
    private sealed partial class Json : JsonSerializerContext;
}
