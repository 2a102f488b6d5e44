using System.Threading.Channels;
using EngagementBot.Conversations.TextMessages.Store;

namespace EngagementBot.Web.TextMessages;

/// <summary>Puts texts on the disk in the order of their coming. What arrives while a commit is under way shares the next one: a thousand
/// phones at once are a few dozen commits.</summary>
internal sealed class TextIntake : IAsyncDisposable
{
    private const int MostInOneCommit = 64;

    private readonly ITextInbox _inbox;
    private readonly TimeProvider _clock;
    private readonly Channel<(NewText Text, TaskCompletionSource Kept)> _arriving = Channel.CreateUnbounded<(NewText, TaskCompletionSource)>(new() { SingleReader = true });
    private readonly Task _keeping;

    public TextIntake(ITextInbox inbox, TimeProvider clock)
    {
        (_inbox, _clock) = (inbox, clock);
        _keeping = Task.Run(KeepAllAsync);
    }

    /// <summary>It is on the disk when this returns.</summary>
    public Task KeepAsync(NewText text)
    {
        var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _arriving.Writer.TryWrite((text, kept)) ? kept.Task : throw new InvalidOperationException("The service is ending.");
    }

    public async ValueTask DisposeAsync()
    {
        _arriving.Writer.TryComplete();
        await _keeping;
    }

    private async Task KeepAllAsync()
    {
        var batch = new List<(NewText Text, TaskCompletionSource Kept)>(MostInOneCommit);
        while (await _arriving.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostInOneCommit && _arriving.Reader.TryRead(out var next))
                batch.Add(next);
            try
            {
                await _inbox.KeepAsync([.. batch.Select(b => b.Text)], _clock.GetUtcNow(), CancellationToken.None);
                batch.ForEach(b => b.Kept.SetResult());
            }
            // Whatever the store throws belongs to those who wait for it; the next ones may fare better.
            catch (Exception failed)
            {
                batch.ForEach(b => b.Kept.TrySetException(failed));
            }
        }
    }
}
