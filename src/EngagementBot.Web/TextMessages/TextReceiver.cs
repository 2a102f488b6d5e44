using EngagementBot.Casework.Receipts;
using EngagementBot.Channels.TextMessages;
using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.TextAnalytics;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.TextMessages;

/// <summary>Takes a text from a provider: it is on disk when this returns, and worked on afterwards.</summary>
internal sealed class TextReceiver(
    TextIntake intake, ITextInbox inbox, PhoneNumbers numbers, IConfidentialText confidential, TextBell bell, ServiceSettings settings, TimeProvider clock)
{
    public const string ShortCode = "short-code";
    public const string Letters = "letters";

    public async Task ReceiveAsync(ReceivedText text)
    {
        using var arrival = bell.Arrive();
        // What has begun to be stored is stored, also where the caller hangs up.
        if (!PhoneNumbers.IsNumber(text.From))
        {
            await inbox.ParkAsync(Parked(text), settings.TextMessages.DeletesWords, CancellationToken.None);
            return;
        }
        var kept = new NewText(text.ProviderId, numbers.ConversationOf(text.From), confidential.Protect(text.From), TextContent.Protect(text, confidential));
        await intake.KeepAsync(kept);
        bell.Received.Ring();
    }

    // A machine that is answered answers back.
    private ParkedText Parked(ReceivedText text) => new(
        text.ProviderId, text.From.All(char.IsAsciiDigit) ? ShortCode : Letters, confidential.Protect(text.From), Masked(text.Text), null, clock.GetUtcNow(), text.Pictures.Count);

    /// <summary>As it may be stored and shown.</summary>
    public static string Masked(string text) => PersonalNumbers.Mask(Receipt.CoverAll(text.Replace("\0", "", StringComparison.Ordinal))).Text;
}
