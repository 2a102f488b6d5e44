using EngagementBot.Casework.Receipts;
using EngagementBot.Channels.TextMessages;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.TextMessages;
using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.TextMessages;

/// <summary>Sends what is owed to phones: in order for each, none to a phone that is closed, and at night only answers. A text whose sending broke
/// off is looked for at the provider before it is sent again.</summary>
internal sealed partial class TextSender(
    ITextOutbox outbox, IConversationStore store, ITextProvider provider, IStatusAddress status, IConfidentialText confidential, TextBell bell, ServiceSettings settings,
    TimeProvider clock, ILogger<TextSender> log) : BackgroundService
{
    // Longer than a look and an attempt together. After a crash, what was under way waits for its end.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    /// <summary>An answer that comes later than this is none.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(24);

    /// <summary>Officers' words wait longer, but not for a provider that is switched on months later.</summary>
    private static readonly TimeSpan LongestOfficersDelay = TimeSpan.FromDays(7);

    /// <summary>Where no report of delivery comes, the words are deleted after this.</summary>
    private static readonly TimeSpan LongestWords = TimeSpan.FromHours(24);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var hands = new Hands<OwedText>(bell, bell.Owed, clock, failure => Failed(failure.GetType().Name));
        await hands.WorkAsync((free, stop) => outbox.TakeAsync(free, clock.GetUtcNow(), clock.GetUtcNow() + Lease, stop), DeliverAsync, stoppingToken);
    }

    private async Task DeliverAsync(OwedText text, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (text.IsOptedOut && !text.IsLast)
            await outbox.WithheldAsync(text, learned: false, now, stop);
        else if (!text.Answers && QuietHours.EndAfter(now, settings.Office.Zone) is { } morning)
            await outbox.HoldAsync(text, morning, stop);
        else if (now - text.OwedAt > (text.Answers ? LongestDelay : LongestOfficersDelay))
            await outbox.FailedAsync(text, "late", $"the text could not be handed on for {(text.Answers ? "a day" : "a week")}", now, stop);
        else if (await WordsAsync(text, stop) is not { } words)
            await outbox.DroppedAsync(text, stop);
        else if (text.Number is null || confidential.Unprotect(text.Number) is not { } number)
            await outbox.FailedAsync(text, "no-number", "the phone number is not kept any more", now, stop);
        else
            await DeliverAsync(text, new TextToSend(text.Id, number, words, status.Of(text.Id)), stop);
    }

    private async Task DeliverAsync(OwedText text, TextToSend wire, CancellationToken stop)
    {
        if (text.DoubtSince is { } since)
        {
            if (await provider.FindAsync(wire, since, stop) is not { } found)
            {
                await outbox.PostponeAsync(text, Next(text.Attempts), inDoubt: true, stop);
                return;
            }
            if (await outbox.UnknownAsync(found, stop) is [var arrived, ..])
            {
                await AcceptedAsync(text, arrived, stop);
                return;
            }
        }
        await FollowAsync(text, await provider.SendAsync(wire, stop), stop);
    }

    private Task FollowAsync(OwedText text, SendOutcome outcome, CancellationToken stop) => outcome switch
    {
        SendOutcome.Accepted accepted => AcceptedAsync(text, accepted.ProviderId, stop),
        SendOutcome.OptedOut => outbox.WithheldAsync(text, learned: true, clock.GetUtcNow(), stop),
        SendOutcome.Refused refused => outbox.FailedAsync(text, refused.Code, refused.Words, clock.GetUtcNow(), stop),
        SendOutcome.TryLater later => outbox.PostponeAsync(text, later.After is { } after ? clock.GetUtcNow() + after : Next(text.Attempts), inDoubt: false, stop),
        _ => outbox.PostponeAsync(text, Next(text.Attempts), inDoubt: true, stop),
    };

    private Task AcceptedAsync(OwedText text, string providerId, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return outbox.AcceptedAsync(text, providerId, now, settings.TextMessages.DeletesWords ? now + LongestWords : null, stop);
    }

    // The words lie in the log alone; once they are erased there, nothing is sent any more.
    private async Task<string?> WordsAsync(OwedText text, CancellationToken stop)
    {
        var message = (await store.MessagesAsync(text.ConversationId, text.Sequence - 1, 1, stop)).FirstOrDefault(m => m.Sequence == text.Sequence && m.Type == "message");
        var parts = message is null ? [] : PhoneText.Split(PhoneText.Of(message.Text));
        return text.Part < parts.Count ? parts[(int)text.Part] : null;
    }

    // 4 s, 8 s ... to a quarter of an hour: by then the provider's list of messages shows what has arrived.
    private DateTimeOffset Next(long attempts)
    {
        var pause = Math.Min(900, 4 * Math.Pow(2, Math.Min(attempts - 1, 8)));
        return clock.GetUtcNow() + TimeSpan.FromSeconds(pause * (0.8 + Random.Shared.NextDouble() * 0.4));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sending texts failed with {Kind}; tried again.")]
    private partial void Failed(string kind);
}
