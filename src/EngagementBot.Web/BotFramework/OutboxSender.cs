using System.Text.Json;
using EngagementBot.Channels.BotFramework;
using EngagementBot.Conversations.Store;
using EngagementBot.Web.DirectLine;

namespace EngagementBot.Web.BotFramework;

/// <summary>Sends what stands in the logs of conversations whose channel is called by us: in order, and each once as far as the
/// channel's answer arrives. What fails is tried again for a day.</summary>
internal sealed partial class OutboxSender(
    IDeliveryStore deliveries, IConversationStore store, ConnectorClient connector, ActivityMapping mapping, TimeProvider clock, ILogger<OutboxSender> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // Longer than the connector tries one reply. After a crash, what was under way waits for its end.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    // Pauses that double from 2 s to 15 min add up to a day and a little.
    private const int MostAttempts = 105;

    // A channel that hangs must not hold up the others.
    private readonly SemaphoreSlim _hands = new(8);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await TakeAsync(stoppingToken) is { } delivery)
                    _ = HandOnAsync(delivery, stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                var kind = failed.GetType().Name;
                Failed(kind);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    public override void Dispose()
    {
        _hands.Dispose();
        base.Dispose();
    }

    private async Task<Delivery?> TakeAsync(CancellationToken stop)
    {
        await _hands.WaitAsync(stop);
        Delivery? taken = null;
        try
        {
            return taken = await deliveries.TakeAsync(clock.GetUtcNow(), clock.GetUtcNow() + Lease, stop);
        }
        finally
        {
            if (taken is null)
                _hands.Release();
        }
    }

    private async Task HandOnAsync(Delivery delivery, CancellationToken stop)
    {
        try
        {
            await DeliverAsync(delivery, stop);
        }
        catch (Exception failed)
        {
            // Its lease ends by itself, and it is taken again.
            if (!stop.IsCancellationRequested)
                Failed(failed.GetType().Name);
        }
        finally
        {
            _hands.Release();
        }
    }

    private async Task DeliverAsync(Delivery delivery, CancellationToken stop)
    {
        var reference = JsonSerializer.Deserialize(delivery.Address, ActivityJson.Wire.ConversationReference)!;
        foreach (var message in await store.MessagesAsync(delivery.ConversationId, delivery.Delivered, 50, stop))
        {
            var outcome = message.IsFromResident || message.Type != ActivityTypes.Message
                ? ConnectorOutcome.Delivered
                : await connector.SendAsync(mapping.ToConnector(message, reference), stop);
            if (outcome == ConnectorOutcome.TryLater)
            {
                await deliveries.PostponeAsync(delivery.ConversationId, Next(delivery.Attempts), stop);
                return;
            }
            if (outcome == ConnectorOutcome.Refused)
                Refused(message.Sequence);
            await deliveries.AdvanceAsync(delivery.ConversationId, message.Sequence, clock.GetUtcNow() + Lease, stop);
        }
        await deliveries.ReleaseAsync(delivery.ConversationId, clock.GetUtcNow(), stop);
    }

    private DateTimeOffset? Next(long attempts)
    {
        if (attempts >= MostAttempts)
            return null;
        var pause = Math.Min(900, 2 * Math.Pow(2, Math.Min(attempts, 10)));
        return clock.GetUtcNow() + TimeSpan.FromSeconds(pause * (0.8 + Random.Shared.NextDouble() * 0.4));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sending replies failed with {Kind}; tried again.")]
    private partial void Failed(string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A channel refused the reply with sequence {Sequence}; it is not sent again.")]
    private partial void Refused(long sequence);
}
