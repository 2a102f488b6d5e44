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
    private const int MostAttempts = 8;

    // After 1, 2, 4, 8 and 16 minutes.
    private const int MostReadings = 5;

    // Longer than a turn takes. After a crash, what was under way waits for its end.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var hands = new Hands<WaitingText>(bell, bell.Received, clock, failures.Report);
        await hands.WorkAsync((free, stop) => inbox.TakeAsync(free, clock.GetUtcNow(), clock.GetUtcNow() + Lease, stop), WorkAsync, stoppingToken);
    }

    private async Task WorkAsync(WaitingText text, CancellationToken stop)
    {
        if (TextContent.Unprotect(text.Content, confidential) is { } content)
            await WorkAsync(text, content, stop);
        // A key that is missing may come back with its folder or its disk.
        else if (text.Attempts < MostReadings)
            await inbox.PostponeAsync(text.Id, clock.GetUtcNow() + TimeSpan.FromMinutes(Math.Pow(2, text.Attempts)), stop);
        // The only copy that can still be read is the provider's: it is not deleted there.
        else
            await GiveUpAsync(text, "unreadable", "", 0, stop);
    }

    private async Task WorkAsync(WaitingText text, TextContent content, CancellationToken stop)
    {
        var fails = text.Attempts >= MostAttempts;
        if (!fails)
            await editions.Current.Part<TurnPipeline>().RunAsync(TurnOf(text, content), stop);
        bell.Owed.Ring();
        if (settings.TextMessages.DeletesWords)
            await outbox.EraseAsync(text.ProviderId, clock.GetUtcNow(), stop);
        if (fails)
            await GiveUpAsync(text, "failed", TextReceiver.Masked(content.Text), content.Pictures.Count, stop);
        else
            await inbox.FinishAsync(text.Id, stop);
    }

    private async Task GiveUpAsync(WaitingText text, string reason, string words, int pictures, CancellationToken stop)
    {
        await inbox.GiveUpAsync(text, new ParkedText(text.ProviderId, reason, null, words, text.ConversationId, clock.GetUtcNow(), pictures), stop);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Text {Id} could not be worked on; it is parked for an officer.")]
    private partial void GaveUp(long id);
}
