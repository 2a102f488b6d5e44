using System.Collections.Concurrent;
using EngagementBot.Channels.TextMessages;

namespace EngagementBot.Web.TextMessages.TryOut;

/// <summary>The provider of Development where no other is configured: it takes every text and keeps it in memory for a phone that is played by
/// <c>sms</c>. Nothing leaves this machine, and nothing is left after a restart.</summary>
internal sealed class TryOutPhones : ITextProvider
{
    // A try-out lasts an hour, not a year: older texts to a phone go.
    private const int MostTexts = 500;

    private readonly ConcurrentDictionary<string, List<TryOutText>> _phones = [];
    private long _sequence;

    public Task<SendOutcome> SendAsync(TextToSend text, CancellationToken cancellationToken)
    {
        var kept = new TryOutText(Interlocked.Increment(ref _sequence), $"TRYOUT{Guid.NewGuid():N}", text.Id, text.Text);
        var texts = _phones.GetOrAdd(text.To, _ => []);
        lock (texts)
        {
            texts.Add(kept);
            if (texts.Count > MostTexts)
                texts.RemoveAt(0);
        }
        return Task.FromResult<SendOutcome>(new SendOutcome.Accepted(kept.ProviderId));
    }

    public Task<IReadOnlyList<string>?> FindAsync(TextToSend text, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>?>([.. Of(text.To, 0).Where(t => t.TextId == text.Id).Select(t => t.ProviderId)]);

    public Task<bool> EraseAsync(string providerId, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<PictureOutcome> FetchPictureAsync(string address, CancellationToken cancellationToken) =>
        Task.FromResult<PictureOutcome>(new PictureOutcome.Refused("a played phone sends none"));

    public Task<bool> ErasePictureAsync(string address, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>What came to a phone after this number, oldest first.</summary>
    public IReadOnlyList<TryOutText> Of(string number, long after)
    {
        if (!_phones.TryGetValue(number, out var texts))
            return [];
        lock (texts)
            return [.. texts.Where(t => t.Sequence > after)];
    }

    /// <summary>The number of the newest text to any phone.</summary>
    public long Newest => Interlocked.Read(ref _sequence);
}

/// <param name="TextId">Ours.</param>
internal sealed record TryOutText(long Sequence, string ProviderId, string TextId, string Text);
