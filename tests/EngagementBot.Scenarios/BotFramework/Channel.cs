using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EngagementBot.Scenarios.BotFramework;

/// <summary>A channel that posts activities to the bot, as the Bot Connector and the Emulator do.</summary>
internal sealed class Channel(Uri service, string? serviceUrl) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = service, Timeout = TimeSpan.FromSeconds(30) };

    public static string NewConversation() => $"conversation-{Guid.NewGuid():N}";

    public JsonObject Activity(string conversationId, string type, string? text = null) => new()
    {
        ["type"] = type,
        ["id"] = $"activity-{Guid.NewGuid():N}",
        ["channelId"] = "test",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JsonObject { ["id"] = "resident-1", ["name"] = "Somebody" },
        ["recipient"] = new JsonObject { ["id"] = "bot-1", ["name"] = "Bot" },
        ["conversation"] = new JsonObject { ["id"] = conversationId },
        ["locale"] = "en-US",
        ["text"] = text,
    };

    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(JsonNode activity)
    {
        using var answer = await _http.PostAsJsonAsync("api/messages", activity);
        var body = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, body.StartsWith('{') ? JsonElement.Parse(body) : default);
    }

    public async Task<HttpStatusCode> SayAsync(string conversationId, string text) => (await PostAsync(Activity(conversationId, "message", text))).Status;

    public void Dispose() => _http.Dispose();
}
