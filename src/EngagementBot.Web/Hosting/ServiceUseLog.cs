using EngagementBot.TextAnalytics.Azure;

namespace EngagementBot.Web.Hosting;

/// <summary>Says each hour, and at the end, what Azure AI Language was asked and what was spared: that is what it bills.</summary>
internal sealed partial class ServiceUseLog(AzureTextAnalytics analytics, TimeProvider clock, ILogger<ServiceUseLog> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private long _told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Tell();
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Tell();
    }

    private void Tell()
    {
        var use = analytics.Use;
        if (use.Documents + use.Spared == _told)
            return;
        _told = use.Documents + use.Spared;
        Used(use.Documents, use.Requests, use.Documents - use.Requests, use.Spared);
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Azure AI Language since the start: {Documents} texts in {Requests} requests ({Shared} spared by sharing), {Spared} not sent because the local analysis was sure.")]
    private partial void Used(long documents, long requests, long shared, long spared);
}
