using System.Net;
using EngagementBot.Channels.Twilio;

namespace EngagementBot.Scenarios.TextMessages;

/// <summary>A phone whose texts Twilio hands to the service.</summary>
internal sealed class PhoneLine(Uri service, string number, string token = FakeTwilio.Token)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };

    public string Number => number;

    public static string NewSid() => $"SM{Guid.NewGuid():N}";

    /// <returns>The status of the answer.</returns>
    public async Task<HttpStatusCode> SayAsync(string text, string? sid = null, params (string Name, string Value)[] more) =>
        await PostAsync(service, new Uri($"{FakeTwilio.PublicUrl}/api/sms/twilio"), Form(text, sid ?? NewSid(), more), token);

    public List<KeyValuePair<string, string>> Form(string text, string sid, params (string Name, string Value)[] more) =>
    [
        new("ToCountry", "US"), new("MessageSid", sid), new("SmsStatus", "received"), new("From", number), new("To", FakeTwilio.From), new("Body", text), new("NumSegments", "1"),
        .. more.Select(m => KeyValuePair.Create(m.Name, m.Value)),
    ];

    /// <param name="address">As Twilio knows it; it signs it without the fragment.</param>
    public static async Task<HttpStatusCode> PostAsync(Uri service, Uri address, IReadOnlyList<KeyValuePair<string, string>> form, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service, address.PathAndQuery)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", TwilioSignature.Of(token, address.GetLeftPart(UriPartial.Query), form));
        using var answer = await Http.SendAsync(request);
        return answer.StatusCode;
    }
}
