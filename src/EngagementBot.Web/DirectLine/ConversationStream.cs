using System.Data.Common;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using EngagementBot.Channels.BotFramework;
using EngagementBot.Channels.DirectLine;
using EngagementBot.Web.Hosting;

namespace EngagementBot.Web.DirectLine;

/// <summary>The WebSocket of a conversation: what is already there from the watermark on, then what comes, and an empty message as a sign of life.</summary>
internal sealed class ConversationStream(ConversationFeed feed, ConversationBell bell, UsedStreams used, IHostApplicationLifetime lifetime)
{
    // Another replica's messages ring no bell here: look by oneself now and then.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(15);

    public static async Task<IResult> RunAsync(string id, string? t, HttpContext context, DirectLineTokens tokens, ConversationStream stream)
    {
        if (string.IsNullOrEmpty(t))
            return DirectLineErrors.Unauthorized();
        if (tokens.ReadStream(t) is not { } grant || grant.ConversationId != id)
            return DirectLineErrors.Forbidden();
        if (grant.IsExpired)
            return DirectLineErrors.TokenExpired();
        if (!context.WebSockets.IsWebSocketRequest)
            return DirectLineErrors.BadRequest("Connect with a WebSocket.");
        if (!stream.IsFirstUse(grant))
            return DirectLineErrors.Forbidden();
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await stream.SendAsync(socket, grant, context.RequestAborted);
        return Results.Empty;
    }

    private bool IsFirstUse(DirectLineGrant grant) => used.TryUse(grant.Nonce);

    private async Task SendAsync(WebSocket socket, DirectLineGrant grant, CancellationToken aborted)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        var news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var listening = bell.Listen(grant.ConversationId, () => news.Writer.TryWrite(true));
        var reading = ReadUntilClosedAsync(socket, stop);
        try
        {
            await PumpAsync(socket, grant, news.Reader, stop.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException or DbException)
        {
            // The client went away, the service stops, or the database is away; a client comes back with its watermark.
        }
        await stop.CancelAsync();
        await CloseAsync(socket);
        await reading;
    }

    private async Task PumpAsync(WebSocket socket, DirectLineGrant grant, ChannelReader<bool> news, CancellationToken stop)
    {
        var watermark = grant.Watermark;
        var silent = TimeSpan.Zero;
        while (socket.State == WebSocketState.Open)
        {
            var sets = await feed.ReadSinglyAsync(grant.ConversationId, watermark, stop);
            foreach (var set in sets.Where(s => s.Activities.Count > 0))
            {
                await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(set, ActivityJson.Wire.ActivitySet), WebSocketMessageType.Text, true, stop);
                silent = TimeSpan.Zero;
            }
            if (sets.Count > 0)
            {
                watermark = Watermark.Parse(sets[^1].Watermark) ?? watermark;
                continue;
            }
            silent += Look;
            if (silent >= SignOfLife)
            {
                await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, stop);
                silent = TimeSpan.Zero;
            }
            await WaitAsync(news, stop);
        }
    }

    private static async Task WaitAsync(ChannelReader<bool> news, CancellationToken stop)
    {
        using var look = CancellationTokenSource.CreateLinkedTokenSource(stop);
        look.CancelAfter(Look);
        try
        {
            await news.ReadAsync(look.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Time to look.
        }
    }

    // Clients send nothing but empty messages as signs of life of their own.
    private static async Task ReadUntilClosedAsync(WebSocket socket, CancellationTokenSource stop)
    {
        var buffer = new byte[1024];
        try
        {
            while (!stop.IsCancellationRequested && (await socket.ReceiveAsync(buffer.AsMemory(), stop.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
        {
            // Same as a close.
        }
        await stop.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
            return;
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, soon.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
        {
            // It is gone already.
        }
    }
}
