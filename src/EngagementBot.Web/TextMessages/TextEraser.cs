using EngagementBot.Channels.TextMessages;
using EngagementBot.Conversations.TextMessages.Store;

namespace EngagementBot.Web.TextMessages;

/// <summary>Deletes the words of texts at the provider: of those that came in once they have been worked on, of ours once they are delivered.</summary>
internal sealed partial class TextEraser(ITextOutbox outbox, ITextProvider provider, TimeProvider clock, ILogger<TextEraser> log) : BackgroundService
{
    private const int AtOnce = 8;
    private const int MostAttempts = 60;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var due = await outbox.TakeErasuresAsync(AtOnce, clock.GetUtcNow(), clock.GetUtcNow() + Lease, stoppingToken);
                await Task.WhenAll(due.Select(e => EraseAsync(e, stoppingToken)));
                if (due.Count == 0)
                    await Task.Delay(Look, clock, stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                var kind = failed.GetType().Name;
                Failed(kind);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task EraseAsync(TextErasure erasure, CancellationToken stop)
    {
        if (await provider.EraseAsync(erasure.ProviderId, stop))
            await outbox.ErasedAsync(erasure.ProviderId, stop);
        else if (erasure.Attempts < MostAttempts)
            await outbox.PostponeErasureAsync(erasure.ProviderId, Next(erasure.Attempts), stop);
        else
            await GiveUpAsync(erasure, stop);
    }

    private async Task GiveUpAsync(TextErasure erasure, CancellationToken stop)
    {
        await outbox.PostponeErasureAsync(erasure.ProviderId, null, stop);
        GaveUp(erasure.ProviderId);
    }

    // Pauses that double from 2 s to 6 h add up to two weeks.
    private DateTimeOffset Next(long attempts) => clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(21600, Math.Pow(2, Math.Min(attempts, 15))));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Deleting words at the provider failed with {Kind}; tried again.")]
    private partial void Failed(string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "The words of message {ProviderId} could not be deleted at the provider: delete them there by hand.")]
    private partial void GaveUp(string providerId);
}
