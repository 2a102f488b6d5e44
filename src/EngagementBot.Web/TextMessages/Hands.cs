namespace EngagementBot.Web.TextMessages;

/// <summary>Takes what waits, as many as there are free hands, and works on each beside the others, until the service stops.</summary>
/// <param name="bell">What it listens to: texts that arrive go first.</param>
/// <param name="wake">Rings when there is more; without it, it looks twice a second.</param>
/// <param name="failed">What broke: of taking, or of one text, whose lease ends by itself, so that it is taken again.</param>
internal sealed class Hands<T>(TextBell bell, TextBell.Wake wake, TimeProvider clock, Action<Exception> failed)
{
    private const int Most = 16;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // Without a wait handle there is nothing to dispose of.
    private SemaphoreSlim Free { get; } = new(Most);

    /// <param name="take">Up to so many, leased.</param>
    public async Task WorkAsync(Func<int, CancellationToken, Task<IReadOnlyList<T>>> take, Func<T, CancellationToken, Task> work, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await bell.LetArriveAsync(clock, stop);
                if (!await TakeAsync(take, work, stop))
                    await wake.WaitAsync(Look, stop);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failed(failure);
                await Task.Delay(Pause, clock, stop);
            }
        }
    }

    // As many as there are free hands, and at least one.
    private async Task<bool> TakeAsync(Func<int, CancellationToken, Task<IReadOnlyList<T>>> take, Func<T, CancellationToken, Task> work, CancellationToken stop)
    {
        await Free.WaitAsync(stop);
        var free = 1;
        while (free < Most && await Free.WaitAsync(0, stop))
            free++;
        IReadOnlyList<T> taken = [];
        try
        {
            taken = await take(free, stop);
            foreach (var text in taken)
                _ = HandleAsync(text, work, stop);
        }
        finally
        {
            if (taken.Count < free)
                Free.Release(free - taken.Count);
        }
        return taken.Count > 0;
    }

    private async Task HandleAsync(T text, Func<T, CancellationToken, Task> work, CancellationToken stop)
    {
        try
        {
            await work(text, stop);
        }
        catch (Exception failure)
        {
            if (!stop.IsCancellationRequested)
                failed(failure);
        }
        finally
        {
            Free.Release();
            // The phone's next one may be waiting.
            wake.Ring();
        }
    }
}
