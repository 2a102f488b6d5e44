using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.Hosting;

/// <summary>Forgets what need not be kept: idle conversations, receipts in replies, and cases after the time that residents were told.</summary>
internal sealed partial class Housekeeping(IConversationStore store, ICaseStore cases, IPhoneBook phones, ServiceSettings settings, TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    /// <summary>A conversation that nobody has used for so long is deleted. A half-done dialog can be taken up again until then.</summary>
    private static readonly TimeSpan ConversationLife = TimeSpan.FromDays(7);

    private static readonly TimeSpan ReceiptLife = TimeSpan.FromHours(24);
    // A signed request that somebody kept is known again for so long; a parked text waits for an officer for so long.
    private static readonly TimeSpan TextIdLife = TimeSpan.FromDays(365);

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                var now = clock.GetUtcNow();
                var forgotten = await store.ForgetAsync(now - ConversationLife, now - ReceiptLife, stoppingToken);
                var ended = await cases.ForgetAsync(now.AddYears(-settings.Agency.RetentionYears), stoppingToken);
                await phones.ForgetAsync(now - ConversationLife, now - TextIdLife, stoppingToken);
                Forgot(forgotten, ended);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                var kind = failed.GetType().Name;
                Failed(kind);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Conversations} idle conversations and {Cases} old cases deleted.")]
    private partial void Forgot(long conversations, long cases);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Forgetting failed with {Kind}; tried again in 15 minutes.")]
    private partial void Failed(string kind);
}
