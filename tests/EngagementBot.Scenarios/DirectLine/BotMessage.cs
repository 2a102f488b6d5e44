using System.Text.Json;

namespace EngagementBot.Scenarios.DirectLine;

/// <summary>A message activity of the bot's, as a client reads it from the wire.</summary>
internal sealed record BotMessage(string Id, string Text, string? ReplyToId, string? Locale, IReadOnlyList<string> Suggestions)
{
    public static BotMessage? Read(JsonElement activity) =>
        activity.GetProperty("type").GetString() == "message" && activity.GetProperty("from").GetProperty("id").GetString() == "bot"
            ? new BotMessage(
                activity.GetProperty("id").GetString()!, activity.GetProperty("text").GetString()!, Optional(activity, "replyToId"),
                Optional(activity, "locale"), ReadSuggestions(activity))
            : null;

    private static List<string> ReadSuggestions(JsonElement activity) => activity.TryGetProperty("suggestedActions", out var suggested)
        ? [.. suggested.GetProperty("actions").EnumerateArray().Select(a => a.GetProperty("value").GetString()!)]
        : [];

    private static string? Optional(JsonElement activity, string name) => activity.TryGetProperty(name, out var value) ? value.GetString() : null;
}
