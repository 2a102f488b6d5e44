using EngagementBot.Content;
using EngagementBot.Content.Checks;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.Hosting;

/// <summary>Reads the content again when its files have changed and rest, if <c>check</c> has nothing against it; else the old one stays.</summary>
internal sealed partial class ContentWatch(Editions editions, ServiceSettings settings, TimeProvider clock, ILogger<ContentWatch> log) : BackgroundService
{
    // Looked at again and again: what tells of changes by itself does not do so on every disk that a container may have.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var read = Look();
        var before = read;
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = Look();
            // Somebody who saves ten files is waited for.
            if (now != read && now == before)
            {
                TakeOver();
                read = now;
            }
            before = now;
        }
    }

    private void TakeOver()
    {
        try
        {
            var fingerprint = ContentFingerprint.Of(settings.ContentDirectory);
            if (fingerprint == editions.Current.Fingerprint)
                return;
            var report = ContentCheck.Run(settings.ContentDirectory, settings.Agency, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), stamp: false);
            if (report.Problems.Where(p => !p.IsWarning).ToList() is { Count: > 0 } problems)
            {
                foreach (var problem in problems.Take(MostNamed))
                    NotTakenOver(problems.Count, problem.ToString());
                return;
            }
            editions.ReadAgain();
            TakenOver(fingerprint[..12]);
        }
        catch (Exception failed) when (failed is ContentException or IOException or UnauthorizedAccessException)
        {
            NotTakenOver(1, failed.Message);
        }
    }

    private const int MostNamed = 10;

    private int Look()
    {
        var look = default(HashCode);
        try
        {
            foreach (var file in ContentFiles.In(settings.ContentDirectory).Select(f => new FileInfo(f)))
            {
                look.Add(file.FullName);
                look.Add(file.LastWriteTimeUtc);
                look.Add(file.Exists ? file.Length : 0);
            }
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            // A folder that is being replaced is looked at again in two seconds.
        }
        return look.ToHashCode();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The content has changed and is in use now: {Fingerprint}.")]
    private partial void TakenOver(string fingerprint);

    [LoggerMessage(Level = LogLevel.Error, Message = "The content has changed, but the old one stays in use: {Count} to mend. {Problem}")]
    private partial void NotTakenOver(int count, string problem);
}
