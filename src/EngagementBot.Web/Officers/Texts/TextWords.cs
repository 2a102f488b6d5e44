using EngagementBot.Content;
using EngagementBot.Conversations.TextMessages.Store;

namespace EngagementBot.Web.Officers.Texts;

/// <summary>What officers read of text messages.</summary>
internal static class TextWords
{
    /// <summary>2 segments, 143 characters, GSM-7; 2 segments, 90 characters, Unicode because of “á”.</summary>
    public static string Cost(SmsSegments segments) =>
        $"{(segments.Segments == 1 ? "1 segment" : $"{segments.Segments} segments")}, {(segments.Characters == 1 ? "1 character" : $"{segments.Characters} characters")}, {(segments.IsGsm7 ? "GSM-7" : $"Unicode because of “{segments.Culprit}”")}";

    /// <summary>When an officer's reply is stored.</summary>
    public static string Replied(CaseTexting texting, OfficeClock clock) => texting switch
    {
        { IsByText: false } => "The reply is sent. The resident sees it in the chat and with the receipt.",
        { IsClosed: true } => "The reply is kept with the case, and not texted. The resident sees it with the receipt.",
        { QuietUntil: { } morning } => $"The reply is stored. The text message goes out {clock.Moment(morning)}; with the receipt the resident sees it at once.",
        _ => "The reply is sent as a text message. The history below tells whether it arrives.",
    };

    /// <param name="held">When a held text goes out, as the officer reads times.</param>
    public static string State(CaseText text, string? held) => text.State switch
    {
        TextState.Waiting or TextState.Sending => "not handed over yet",
        TextState.Held => $"goes out {held ?? "in the morning"}: between 9 PM and 8 AM nobody is written to",
        TextState.Queued => "queued at the text provider",
        TextState.Sent => "sent; the phone has not confirmed it yet",
        TextState.Delivered => "delivered to the phone",
        TextState.Failed => $"failed: {text.Reason ?? "nobody knows why"}",
        TextState.Withheld => "not sent: the resident wants no texts",
        _ => "not sent: its words were erased before",
    };

    /// <summary>Goes on after "since ...".</summary>
    public static string OptOut(Phone phone) => phone.OptedOutBy switch
    {
        null or Phone.OwnWords => "by a sentence of their own",
        Phone.Provider => "as the phone company told us",
        var word => $"by the word “{word}”",
    };

    public static string Parked(string reason) => reason switch
    {
        "short-code" => "From a short code: a machine, which would answer an answer",
        "letters" => "From letters instead of a number: no answer can reach them",
        "opted-out" => "The resident wants no texts, and wrote all the same",
        "failed" => "The service could not work on it",
        "unreadable" => "The service cannot read it: a key is missing. Only the text provider has the words; read them there by this id, and delete them there",
        _ => reason,
    };

    public static string FirstText(FirstTextOutcome outcome) => outcome switch
    {
        FirstTextOutcome.NoConsent => "Not sent: no consent is recorded for this phone. Say below how the resident agreed, or ask them first.",
        FirstTextOutcome.OptedOut => "Not sent: the owner of this phone wants no text messages. Only they can open it again, with the word START.",
        FirstTextOutcome.ChangedMeanwhile => "Others are changing this case just now, and nothing was sent. Please press again.",
        _ => "Not sent: the case is not there any more.",
    };
}
