using System.Globalization;
using System.Net;
using EngagementBot.Channels.TextMessages;

namespace EngagementBot.Channels.Twilio;

/// <summary>What Twilio posts, read. Names that are not known here are only signed: new ones appear without notice.</summary>
public static class TwilioForm
{
    // Twilio allows ten pictures.
    private const int MostPictures = 10;

    /// <summary>application/x-www-form-urlencoded, in its order, with empty values and spaces as they are.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(string body) =>
    [
        .. body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2))
            .Select(p => KeyValuePair.Create(WebUtility.UrlDecode(p[0]), p.Length > 1 ? WebUtility.UrlDecode(p[1]) : "")),
    ];

    /// <summary>A text to one of our numbers.</summary>
    /// <returns>Null if it names no message or no sender.</returns>
    public static ReceivedText? ToText(IReadOnlyList<KeyValuePair<string, string>> form)
    {
        if (Value(form, "MessageSid") is not { Length: > 0 and <= 64 } sid || Value(form, "From") is not { Length: > 0 and <= 200 } from)
            return null;
        var pictures = Enumerable.Range(0, MostPictures).Select(i => Value(form, string.Create(CultureInfo.InvariantCulture, $"MediaUrl{i}"))).OfType<string>().Where(u => u.Length > 0);
        var handled = Value(form, "OptOutType") switch
        {
            "STOP" => KeywordHandled.OptOut,
            "START" => KeywordHandled.OptIn,
            "HELP" => KeywordHandled.Help,
            _ => KeywordHandled.None,
        };
        return new ReceivedText(sid, from, Value(form, "Body") ?? "", [.. pictures], handled);
    }

    /// <summary>A report on one of our texts.</summary>
    /// <param name="textId">Our id, which stands in the address.</param>
    /// <returns>Null for a state that tells nothing new.</returns>
    public static TextReport? ToReport(IReadOnlyList<KeyValuePair<string, string>> form, string? textId)
    {
        var code = Value(form, "ErrorCode") is { Length: > 0 } given && given != "0" ? given : null;
        TextProgress? progress = Value(form, "MessageStatus") switch
        {
            "accepted" or "scheduled" or "queued" or "sending" => TextProgress.Queued,
            "sent" => TextProgress.Sent,
            "delivered" or "read" => TextProgress.Delivered,
            "failed" or "undelivered" or "canceled" => code == TwilioErrors.OptedOut ? TextProgress.OptedOut : TextProgress.Failed,
            _ => null,
        };
        return progress is { } known && Value(form, "MessageSid") is { Length: > 0 and <= 64 } sid
            ? new TextReport(sid, textId, known, code, known == TextProgress.Failed ? TwilioErrors.Words(code) : null)
            : null;
    }

    private static string? Value(IReadOnlyList<KeyValuePair<string, string>> form, string name) => form.Where(p => p.Key == name).Select(p => p.Value).FirstOrDefault();
}
