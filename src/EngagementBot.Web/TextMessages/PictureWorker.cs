using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Receipts;
using EngagementBot.Channels.TextMessages;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.TextMessages;

/// <summary>Fetches the pictures of cases from the provider, keeps them encrypted, and deletes them there.</summary>
internal sealed partial class PictureWorker(
    IPictureStore pictures, ITextProvider provider, IConfidentialText confidential, ServiceSettings settings, TimeProvider clock, ILogger<PictureWorker> log) : BackgroundService
{
    // Each may be 5 MB.
    private const int AtOnce = 2;

    // Pauses that double from 4 s to 6 h add up to a day.
    private const int MostAttempts = 15;

    private const int MostErasures = 60;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // Longer than all attempts and redirects of one call take. After a crash, what was under way waits for its end.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var due = await pictures.TakeAsync(AtOnce, clock.GetUtcNow(), clock.GetUtcNow() + Lease, stoppingToken);
                await Task.WhenAll(due.Select(p => WorkAsync(p, stoppingToken)));
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

    private async Task WorkAsync(DuePicture picture, CancellationToken stop)
    {
        var address = confidential.Unprotect(picture.Address);
        if (picture.IsKept)
            await EraseAsync(picture, address, stop);
        else
            await FollowAsync(picture, address is null ? new PictureOutcome.TryLater() : await provider.FetchPictureAsync(address, stop), stop);
    }

    private Task FollowAsync(DuePicture picture, PictureOutcome outcome, CancellationToken stop) => outcome switch
    {
        PictureOutcome.Fetched fetched => pictures.KeepAsync(
            picture, new KeptPicture(fetched.Type, confidential.Protect(fetched.Content)), settings.TextMessages.DeletesWords ? clock.GetUtcNow() : null, stop),
        PictureOutcome.Refused refused => pictures.LoseAsync(picture, refused.Words, clock.GetUtcNow(), stop),
        _ when picture.Attempts < MostAttempts => pictures.PostponeAsync(picture, Next(picture.Attempts), stop),
        _ => pictures.LoseAsync(picture, "the text provider did not hand it over for a day", clock.GetUtcNow(), stop),
    };

    private async Task EraseAsync(DuePicture picture, string? address, CancellationToken stop)
    {
        if (address is not null && await provider.ErasePictureAsync(address, stop))
            await pictures.ErasedAsync(picture, stop);
        else if (picture.Attempts < MostErasures)
            await pictures.PostponeAsync(picture, Next(picture.Attempts), stop);
        else
            await GiveUpAsync(picture, stop);
    }

    private async Task GiveUpAsync(DuePicture picture, CancellationToken stop)
    {
        await pictures.PostponeAsync(picture, null, stop);
        GaveUp(picture.Number, picture.CaseId);
    }

    private DateTimeOffset Next(long attempts) => clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(21600, 4 * Math.Pow(2, Math.Min(attempts - 1, 13))));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Fetching pictures failed with {Kind}; tried again.")]
    private partial void Failed(string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "Picture {Number} of case {CaseId} could not be deleted at the provider: delete it there by hand.")]
    private partial void GaveUp(long number, long caseId);
}
