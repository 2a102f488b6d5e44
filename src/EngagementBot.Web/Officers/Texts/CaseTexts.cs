using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Receipts;
using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.Web.Settings;
using EngagementBot.Web.TextMessages;

namespace EngagementBot.Web.Officers.Texts;

/// <summary>Gathers what an officer sees of the text messages of a case.</summary>
internal sealed class CaseTexts(IPhoneBook phones, IPictureStore pictures, IConfidentialText confidential, ServiceSettings settings, TimeProvider clock)
{
    public async Task<CaseTexting> OfAsync(Case about, CancellationToken cancellationToken)
    {
        var sent = await pictures.OfCaseAsync(about.Id, cancellationToken);
        return new CaseTexting(
            about, await phones.OfCaseAsync(about.Id, cancellationToken), await phones.TextsAsync(about.Id, cancellationToken), [.. sent.Select(p => (p, Address(p.Address)))],
            QuietHours.EndAfter(clock.GetUtcNow(), settings.Office.Zone), settings.TextMessages.IsOn);
    }

    // What came with a text is not trusted further than its signature: nothing but https becomes a link.
    private Uri? Address(string secret) =>
        confidential.Unprotect(secret) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? address : null;
}

/// <param name="Phones">That hear of the case.</param>
/// <param name="Texts">To them, oldest first.</param>
/// <param name="Pictures">With the address at the provider; null where it is deleted there, or cannot be read any more.</param>
/// <param name="QuietUntil">Until then nobody is written to; null by day.</param>
/// <param name="IsOn">Texts can be sent at all.</param>
internal sealed record CaseTexting(Case About, IReadOnlyList<Phone> Phones, IReadOnlyList<CaseText> Texts, IReadOnlyList<(CasePicture Picture, Uri? Address)> Pictures, DateTimeOffset? QuietUntil, bool IsOn)
{
    /// <summary>A reply goes to a phone, or would if its number were still there.</summary>
    public bool IsByText => Phones.Count > 0 || About.Channel == "sms";

    /// <summary>The resident wrote by text and wants none any more: a reply lies there until they come back with the receipt.</summary>
    public bool IsClosed => About.Channel == "sms" && Phones.Count > 0 && Phones.All(p => p.IsOptedOut);

    public bool HasNumber => Phones.Any(p => p.Number is not null);

    /// <summary>Why the newest text that failed did; null for none.</summary>
    public string? LastFailure => Texts.LastOrDefault(t => t.State == TextState.Failed)?.Reason;

    /// <summary>The texts that carry an officer's reply: they were owed from the same moment on.</summary>
    public IReadOnlyList<CaseText> Of(CaseEvent happened) =>
        happened.Type == CaseEventType.Replied ? [.. Texts.Where(t => t.OwedAt.ToUnixTimeMilliseconds() == happened.At.ToUnixTimeMilliseconds())] : [];
}
