using EngagementBot.TextAnalytics.Resilience;

namespace EngagementBot.TextAnalytics.Azure;

/// <summary>Documents of turns that run at the same time share a request, because the service bills and limits by requests. What befalls
/// one document befalls no other: each turn falls back by itself, and one that gives up cancels nothing.</summary>
/// <param name="most">Documents of one request.</param>
/// <param name="wait">How long the first document waits for others; zero for a request of its own for each.</param>
internal sealed class SharedRequests<T>(
    int most, TimeSpan wait, TimeProvider clock, OutsideService service, ServiceUse use,
    Func<IReadOnlyList<TextDocumentInput>, CancellationToken, Task<IReadOnlyList<T?>>> send)
    where T : class
{
    // A request may have 1 MB: at three bytes for each letter, with room for the rest.
    private const int MostLetters = 250_000;

    private readonly Lock _gathering = new();
    private Gathered? _open;

    /// <returns>Null if the service has no answer for this document until the deadline.</returns>
    /// <exception cref="OperationCanceledException">The turn is cancelled.</exception>
    public async Task<T?> AskAsync(TextDocumentInput document, Deadline deadline, CancellationToken cancellationToken)
    {
        if (service.AwaySince is not null || deadline.IsOver)
            return null;
        var waiting = new Waiting(document with { Text = DocumentText.Cut(document.Text) }, deadline);
        Gather(waiting);
        try
        {
            return await waiting.Answer.Task.WaitAsync(deadline.Left, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
        finally
        {
            // Where the request has not gone yet, it goes without this document.
            waiting.Answer.TrySetResult(null);
        }
    }

    private void Gather(Waiting waiting)
    {
        Gathered? full = null;
        lock (_gathering)
        {
            if (_open is { } open && open.Letters + waiting.Document.Text.Length > MostLetters)
                (full, _open) = (open, null);
            if (_open is null)
            {
                _open = new Gathered();
                _ = SendLaterAsync(_open);
            }
            _open.Add(waiting);
            if (wait == TimeSpan.Zero || _open.Documents.Count == most)
                (full, _open) = (_open, null);
        }
        if (full is not null)
            _ = SendAsync(full);
    }

    private async Task SendLaterAsync(Gathered gathered)
    {
        if (wait == TimeSpan.Zero)
            return;
        await Task.Delay(wait, clock);
        lock (_gathering)
        {
            if (_open != gathered)
                return;
            _open = null;
        }
        await SendAsync(gathered);
    }

    private async Task SendAsync(Gathered gathered)
    {
        var waiting = gathered.Documents.Where(w => !w.Answer.Task.IsCompleted).ToList();
        if (waiting.Count == 0)
            return;
        var documents = waiting.ConvertAll(w => w.Document);
        if (service.AwaySince is null)
            use.Request(documents.Count);
        var answers = await service.AskAsync(token => send(documents, token), waiting.MaxBy(w => w.Deadline.Left)!.Deadline);
        for (var i = 0; i < waiting.Count; i++)
            waiting[i].Answer.TrySetResult(answers?[i]);
    }

    private sealed record Waiting(TextDocumentInput Document, Deadline Deadline)
    {
        public TaskCompletionSource<T?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Gathered
    {
        public List<Waiting> Documents { get; } = [];

        public int Letters { get; private set; }

        public void Add(Waiting waiting)
        {
            Documents.Add(waiting);
            Letters += waiting.Document.Text.Length;
        }
    }
}
