namespace EngagementBot.Channels.TextMessages;

/// <summary>A text that came in, as the provider tells it.</summary>
/// <param name="ProviderId">The same for the same text, however often it is told.</param>
/// <param name="From">A number after ITU-T E.164, a short code, or letters.</param>
/// <param name="Pictures">Addresses at the provider.</param>
/// <param name="Handled">What the provider has already answered by itself; it must not be answered twice.</param>
public sealed record ReceivedText(string ProviderId, string From, string Text, IReadOnlyList<string> Pictures, KeywordHandled Handled = KeywordHandled.None);

public enum KeywordHandled
{
    None,
    OptOut,
    OptIn,
    Help,
}

/// <summary>What the provider tells of a text that we sent.</summary>
/// <param name="TextId">Our id, where the provider gives it back.</param>
/// <param name="Code">The provider's, of a failure; null for none.</param>
/// <param name="Words">For officers, in English; null for none.</param>
public sealed record TextReport(string ProviderId, string? TextId, TextProgress Progress, string? Code, string? Words);

public enum TextProgress
{
    Queued,
    Sent,
    Delivered,
    Failed,

    /// <summary>Failed because the phone's owner has opted out.</summary>
    OptedOut,
}
