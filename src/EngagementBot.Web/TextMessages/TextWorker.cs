using EngagementBot.Casework.Receipts;
using EngagementBot.Channels.TextMessages;
using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.Web.DirectLine;
using EngagementBot.Web.Hosting;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.TextMessages;

/// <summary>Makes turns of the texts that came in: of each phone one after the other. A turn is known again by the text's id, so that one that was
/// cut off is simply run again.</summary>
internal sealed partial class TextWorker(
    ITextInbox inbox, ITextOutbox outbox, Editions editions, IConfidentialText confidential, TextBell bell, ServiceSettings settings, PageAddress pages, TurnFailures failures,
    TimeProvider clock, ILogger<TextWorker> log) : BackgroundService
{
    private const int Hands = 16;
    private const int MostAttempts = 8;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // Longer than a turn takes. After a crash, what was under way waits for its end.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _hands = new(Hands);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bell.LetArriveAsync(clock, stoppingToken);
                if (!await TakeAsync(stoppingToken))
                    await bell.Received.WaitAsync(Look, stoppingToken);
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

    // As many as there are free hands, and at least one.
    private async Task<bool> TakeAsync(CancellationToken stop)
    {
        await _hands.WaitAsync(stop);
        var free = 1;
        while (free < Hands && await _hands.WaitAsync(0, stop))
            free++;
        IReadOnlyList<WaitingText> taken = [];
        try
        {
            taken = await inbox.TakeAsync(free, clock.GetUtcNow(), clock.GetUtcNow() + Lease, stop);
            foreach (var text in taken)
                _ = HandleAsync(text, stop);
        }
        finally
        {
            if (taken.Count < free)
                _hands.Release(free - taken.Count);
        }
        return taken.Count > 0;
    }

    private async Task HandleAsync(WaitingText text, CancellationToken stop)
    {
        try
        {
            await WorkAsync(text, stop);
        }
        catch (Exception failed)
        {
            // Its lease ends by itself, and it is taken again.
            if (!stop.IsCancellationRequested)
                failures.Report(failed);
        }
        finally
        {
            _hands.Release();
            // The phone's next one may be waiting.
            bell.Received.Ring();
        }
    }

    private async Task WorkAsync(WaitingText text, CancellationToken stop)
    {
        var content = TextContent.Unprotect(text.Content, confidential);
        var fails = content is null || text.Attempts >= MostAttempts;
        if (!fails)
            await editions.Current.Part<TurnPipeline>().RunAsync(TurnOf(text, content!), stop);
        bell.Owed.Ring();
        if (settings.TextMessages.DeletesWords)
            await outbox.EraseAsync(text.ProviderId, clock.GetUtcNow(), stop);
        if (fails)
            await GiveUpAsync(text, content, stop);
        else
            await inbox.FinishAsync(text.Id, stop);
    }

    private async Task GiveUpAsync(WaitingText text, TextContent? content, CancellationToken stop)
    {
        await inbox.GiveUpAsync(text, new ParkedText(text.ProviderId, "failed", null, content is null ? "" : TextReceiver.Masked(content.Text), text.ConversationId, clock.GetUtcNow()), stop);
        GaveUp(text.Id);
    }

    private Turn TurnOf(WaitingText text, TextContent content) => new()
    {
        ConversationId = text.ConversationId,
        Channel = "sms",
        Key = text.ProviderId,
        Type = TurnType.Message,
        Text = content.Text,
        HasAttachments = content.Pictures.Count > 0,
        Pictures = [.. content.Pictures.Select(confidential.Protect)],
        PagesAt = pages.Url,
        IsOptedOut = text.IsOptedOut,
        AnsweredKeyword = content.Handled switch
        {
            KeywordHandled.OptOut => TextKeyword.Stop,
            KeywordHandled.OptIn => TextKeyword.Start,
            KeywordHandled.Help => TextKeyword.Help,
            _ => TextKeyword.None,
        },
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Working on texts failed with {Kind}; tried again.")]
    private partial void Failed(string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "Text {Id} could not be worked on; it is parked for an officer.")]
    private partial void GaveUp(long id);
}
