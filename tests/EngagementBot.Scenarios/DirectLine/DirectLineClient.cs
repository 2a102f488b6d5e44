using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using EngagementBot.Scenarios.Transcripts;

namespace EngagementBot.Scenarios.DirectLine;

/// <summary>A resident's client: it knows Direct Line 3.0 from the manual and nothing of the service's own types.</summary>
internal sealed class DirectLineClient : IResident
{
    private readonly HttpClient _http;
    private string? _watermark;

    private DirectLineClient(HttpClient http, string userId)
    {
        _http = http;
        UserId = userId;
    }

    public string UserId { get; }

    public string ConversationId { get; private set; } = "";

    public string Token => _http.DefaultRequestHeaders.Authorization!.Parameter!;

    public string? StreamUrl { get; private set; }

    /// <summary>What the bot said when the conversation began.</summary>
    public IReadOnlyList<BotMessage> Greeting { get; private set; } = [];

    /// <summary>Gets a token as the page does, and starts a conversation.</summary>
    public static async Task<DirectLineClient> StartAsync(Uri service, string language = "en")
    {
        var http = new HttpClient { BaseAddress = service };
        var token = await ReadAsync(await http.PostAsync(new Uri("api/directline/token", UriKind.Relative), null));
        var client = new DirectLineClient(http, token.GetProperty("userId").GetString()!);
        client.Use(token);
        var conversation = await ReadAsync(await http.PostAsJsonAsync("v3/directline/conversations", new { locale = language, user = new { id = client.UserId } }));
        client.Use(conversation);
        client.ConversationId = conversation.GetProperty("conversationId").GetString()!;
        client.StreamUrl = conversation.GetProperty("streamUrl").GetString();
        client.Greeting = await client.NewMessagesAsync();
        return client;
    }

    /// <summary>Says something, and returns what the bot replies to it.</summary>
    public Task<IReadOnlyList<BotMessage>> SayAsync(string text) => SayAsync(text, null);

    public async Task<IReadOnlyList<BotMessage>> SayAsync(string text, string? clientActivityId)
    {
        var id = await PostAsync(text, clientActivityId ?? $"{Guid.NewGuid():N}");
        return [.. (await NewMessagesAsync()).Where(m => m.ReplyToId == id)];
    }

    /// <summary>Says something that may have been said before: what the bot replied to it stands in the log, new or not.</summary>
    public async Task<IReadOnlyList<string>> SayAgainAsync(string text, string clientActivityId)
    {
        var id = await PostAsync(text, clientActivityId);
        var sequence = long.Parse(id.AsSpan(id.IndexOf('|', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
        var (after, _) = await ReadPageAsync(sequence.ToString(CultureInfo.InvariantCulture));
        return [.. after.Select(BotMessage.Read).OfType<BotMessage>().Where(m => m.ReplyToId == id).Select(m => m.Text)];
    }

    /// <returns>The activity's id.</returns>
    public async Task<string> PostAsync(string text, string clientActivityId)
    {
        using var answer = await TryPostAsync(text, clientActivityId);
        return (await ReadAsync(answer)).GetProperty("id").GetString()!;
    }

    public Task<HttpResponseMessage> TryPostAsync(string text, string clientActivityId) => _http.PostAsJsonAsync(
        $"v3/directline/conversations/{ConversationId}/activities",
        new { type = "message", text, from = new { id = UserId }, channelData = new { clientActivityID = clientActivityId } });

    /// <summary>The bot's messages that came since the last look.</summary>
    public async Task<IReadOnlyList<BotMessage>> NewMessagesAsync()
    {
        var messages = new List<BotMessage>();
        for (var page = await ReadPageAsync(_watermark); page.Activities.Count > 0; page = await ReadPageAsync(_watermark))
        {
            messages.AddRange(page.Activities.Select(BotMessage.Read).OfType<BotMessage>());
            _watermark = page.Watermark;
        }
        return messages;
    }

    /// <summary>Everything of the conversation, both sides.</summary>
    public async Task<IReadOnlyList<JsonElement>> LogAsync()
    {
        var log = new List<JsonElement>();
        string? watermark = null;
        for (var page = await ReadPageAsync(null); page.Activities.Count > 0; page = await ReadPageAsync(watermark))
        {
            log.AddRange(page.Activities);
            watermark = page.Watermark;
        }
        return log;
    }

    /// <summary>Comes back to the conversation with the same token, and gets a new address of the stream.</summary>
    public async Task ReconnectAsync(string? watermark)
    {
        var query = watermark is null ? "" : $"?watermark={watermark}";
        var conversation = await ReadAsync(await _http.GetAsync(new Uri($"v3/directline/conversations/{ConversationId}{query}", UriKind.Relative)));
        StreamUrl = conversation.GetProperty("streamUrl").GetString();
    }

    public async Task<ClientWebSocket> ListenAsync()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(StreamUrl!), CancellationToken.None);
        return socket;
    }

    /// <summary>Reads the stream until a message of the bot's is accepted.</summary>
    public static async Task<BotMessage> HearAsync(ClientWebSocket socket, Func<BotMessage, bool> accept)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            var frame = await ReceiveAsync(socket, limit.Token);
            if (frame.Length == 0)
                continue;
            using var set = JsonDocument.Parse(frame);
            var heard = set.RootElement.GetProperty("activities").EnumerateArray().Select(BotMessage.Read).OfType<BotMessage>().FirstOrDefault(accept);
            if (heard is not null)
                return heard;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<(IReadOnlyList<JsonElement> Activities, string? Watermark)> ReadPageAsync(string? watermark)
    {
        var set = await ReadAsync(await _http.GetAsync(new Uri($"v3/directline/conversations/{ConversationId}/activities?watermark={watermark}", UriKind.Relative)));
        return ([.. set.GetProperty("activities").EnumerateArray()], set.GetProperty("watermark").GetString());
    }

    private void Use(JsonElement token) =>
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var body = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode)
                throw new HttpRequestException($"{(int)answer.StatusCode}: {body}", null, answer.StatusCode);
            return JsonElement.Parse(body);
        }
    }

    private static async Task<byte[]> ReceiveAsync(ClientWebSocket socket, CancellationToken limit)
    {
        using var frame = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, limit);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException("The service closed the stream.");
            frame.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return frame.ToArray();
    }
}
