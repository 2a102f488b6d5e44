using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.BotFramework;

/// <summary>A channel's connector on loopback: keeps what the bot sends, in its order, and behaves as it is told.</summary>
internal sealed class FakeConnector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, JsonElement Activity)> _received = [];
    private readonly CancellationTokenSource _closed = new();

    public FakeConnector()
    {
        ServiceUrl = $"http://127.0.0.1:{LoopbackPort.Take()}";
        _listener.Prefixes.Add($"{ServiceUrl}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string ServiceUrl { get; }

    /// <summary>What it answers to the n-th call of a conversation, from 1; null hangs until the caller gives up.</summary>
    public Func<int, string, HttpStatusCode?> Behaviour { get; set; } = (_, _) => HttpStatusCode.Created;

    /// <summary>Every call, also those that it did not answer.</summary>
    public IReadOnlyList<(string Path, JsonElement Activity)> Received => [.. _received];

    public IReadOnlyList<JsonElement> Of(string conversationId) =>
        [.. Received.Where(r => r.Activity.GetProperty("conversation").GetProperty("id").GetString() == conversationId).Select(r => r.Activity)];

    public async Task UntilAsync(Func<FakeConnector, bool> isSo, int seconds = 30)
    {
        for (var waited = 0; !isSo(this); waited += 50)
        {
            waited.ShouldBeLessThan(seconds * 1000, $"{_received.Count} calls came");
            await Task.Delay(50);
        }
    }

    public void Dispose()
    {
        _closed.Cancel();
        _listener.Close();
        _closed.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await _listener.GetContextAsync());
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            var activity = (await JsonDocument.ParseAsync(context.Request.InputStream)).RootElement;
            _received.Enqueue((context.Request.Url!.AbsolutePath, activity));
            var conversation = activity.GetProperty("conversation").GetProperty("id").GetString()!;
            if (Behaviour(Of(conversation).Count, conversation) is not { } status)
            {
                await Task.Delay(Timeout.Infinite, _closed.Token);
                return;
            }
            context.Response.StatusCode = (int)status;
            context.Response.Close("{ \"id\": \"1\" }"u8.ToArray(), willBlock: false);
        }
        catch (Exception gone) when (gone is HttpListenerException or OperationCanceledException or InvalidOperationException or IOException)
        {
            // The caller gave up, or the test is over.
        }
    }
}
