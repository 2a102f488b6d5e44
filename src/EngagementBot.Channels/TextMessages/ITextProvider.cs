namespace EngagementBot.Channels.TextMessages;

/// <summary>A company that takes text messages to phones. Everything that only one of them knows stays behind this.</summary>
public interface ITextProvider
{
    /// <summary>Hands one text over. Never tried again where the first attempt may have arrived: that is for the caller, after a look with
    /// <see cref="FindAsync"/>.</summary>
    Task<SendOutcome> SendAsync(TextToSend text, CancellationToken cancellationToken);

    /// <summary>The provider's ids of texts of the same words to the same number since then, oldest first. A provider that itself knows
    /// <see cref="TextToSend.Id"/> and takes a text only once has nothing to look for.</summary>
    /// <returns>Null if the provider cannot be asked now.</returns>
    Task<IReadOnlyList<string>?> FindAsync(TextToSend text, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Deletes the words of a text, received or sent, at the provider.</summary>
    /// <returns>False if it must be tried again, such as before the text is delivered.</returns>
    Task<bool> EraseAsync(string providerId, CancellationToken cancellationToken);

    /// <summary>Fetches a picture that came with a text.</summary>
    /// <param name="address">As in <see cref="ReceivedText.Pictures"/>: it is not trusted further than that it came so.</param>
    Task<PictureOutcome> FetchPictureAsync(string address, CancellationToken cancellationToken);

    /// <summary>Deletes a picture at the provider.</summary>
    /// <returns>False if it must be tried again.</returns>
    Task<bool> ErasePictureAsync(string address, CancellationToken cancellationToken);
}

/// <summary>What became of an attempt to fetch a picture.</summary>
public abstract record PictureOutcome
{
    /// <summary>In bytes: 5 MiB.</summary>
    public const int Largest = 5 * 1024 * 1024;

    /// <param name="Type">By its first bytes: image/jpeg, image/png, image/gif, image/webp, image/heic or application/pdf.</param>
    public sealed record Fetched(string Type, byte[] Content) : PictureOutcome;

    /// <summary>Final: no later attempt will help.</summary>
    /// <param name="Words">For officers, in English.</param>
    public sealed record Refused(string Words) : PictureOutcome;

    public sealed record TryLater : PictureOutcome;
}

/// <param name="Id">Ours: the same for each attempt.</param>
/// <param name="To">A number after ITU-T E.164: +15550142.</param>
/// <param name="StatusCallback">Where the provider tells what becomes of it.</param>
public sealed record TextToSend(string Id, string To, string Text, Uri StatusCallback);

/// <summary>What became of an attempt to send.</summary>
public abstract record SendOutcome
{
    public sealed record Accepted(string ProviderId) : SendOutcome;

    /// <summary>The provider blocks this number because its owner said so.</summary>
    public sealed record OptedOut(string Code) : SendOutcome;

    /// <summary>Final: no later attempt will help.</summary>
    /// <param name="Words">For officers, in English.</param>
    public sealed record Refused(string Code, string Words) : SendOutcome;

    /// <summary>It was certainly not taken; a later attempt may help.</summary>
    /// <param name="After">As the provider asks; null if it does not.</param>
    public sealed record TryLater(TimeSpan? After) : SendOutcome;

    /// <summary>Nobody knows whether it was taken: the answer did not come.</summary>
    public sealed record Unknown : SendOutcome;
}
