using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EngagementBot.Channels.TextMessages;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace EngagementBot.Channels.Twilio;

/// <summary>Twilio's REST API for messages, version 2010-04-01. It has no key that makes a request idempotent: what may have arrived is
/// looked for in the list of messages before it is sent again.</summary>
public sealed class TwilioMessages : ITextProvider
{
    // Twilio's clock and ours need not agree.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http;
    private readonly TwilioAccount _account;
    private readonly TwilioResilience _resilience;
    private readonly string _messages;
    private readonly AuthenticationHeaderValue _credentials;
    private readonly TwilioPictures _pictures;

    /// <param name="http">It follows no redirect.</param>
    public TwilioMessages(HttpClient http, TwilioAccount account, TimeProvider clock)
    {
        (_http, _account, _resilience) = (http, account, new TwilioResilience(clock));
        _messages = $"{account.ApiBaseUrl}/2010-04-01/Accounts/{account.Sid}/Messages";
        _credentials = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Sid}:{account.AuthToken}")));
        // Where the files lie may be slow or away while the API is not.
        _pictures = new TwilioPictures(http, account, _credentials, new TwilioResilience(clock));
    }

    public async Task<SendOutcome> SendAsync(TextToSend text, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _resilience.Sending.ExecuteAsync(
                async token => await _http.SendAsync(
                    Request(HttpMethod.Post, ".json", [("To", text.To), (_account.IsMessagingService ? "MessagingServiceSid" : "From", _account.From), ("Body", text.Text), ("StatusCallback", text.StatusCallback.AbsoluteUri)]),
                    token),
                cancellationToken);
            return await OutcomeAsync(response, cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            return new SendOutcome.TryLater(TwilioResilience.Break);
        }
        catch (HttpRequestException away) when (TwilioResilience.HasNotArrived(away))
        {
            return new SendOutcome.TryLater(null);
        }
        catch (Exception broken) when (broken is HttpRequestException or TimeoutRejectedException or IOException or JsonException)
        {
            return new SendOutcome.Unknown();
        }
    }

    public async Task<IReadOnlyList<string>?> FindAsync(TextToSend text, DateTimeOffset since, CancellationToken cancellationToken)
    {
        try
        {
            var day = (since - Skew).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var query = $".json?To={Uri.EscapeDataString(text.To)}&DateSent%3E={day}&PageSize=100";
            using var response = await _resilience.Asking.ExecuteAsync(async token => await _http.SendAsync(Request(HttpMethod.Get, query, []), token), cancellationToken);
            if (!response.IsSuccessStatusCode)
                return null;
            using var list = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
            return [.. list.RootElement.GetProperty("messages").EnumerateArray().Where(m => IsSame(m, text, since)).Select(m => Text(m, "sid")).OfType<string>().Reverse()];
        }
        catch (Exception away) when (away is HttpRequestException or TimeoutRejectedException or BrokenCircuitException or IOException or JsonException or KeyNotFoundException)
        {
            return null;
        }
    }

    public async Task<bool> EraseAsync(string providerId, CancellationToken cancellationToken)
    {
        try
        {
            // Empty words redact the message; that it was sent stays, for the account's own records.
            using var response = await _resilience.Asking.ExecuteAsync(
                async token => await _http.SendAsync(Request(HttpMethod.Post, $"/{Uri.EscapeDataString(providerId)}.json", [("Body", "")]), token), cancellationToken);
            return response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NotFound;
        }
        catch (Exception away) when (away is HttpRequestException or TimeoutRejectedException or BrokenCircuitException or IOException)
        {
            return false;
        }
    }

    public Task<PictureOutcome> FetchPictureAsync(string address, CancellationToken cancellationToken) => _pictures.FetchAsync(address, cancellationToken);

    public Task<bool> ErasePictureAsync(string address, CancellationToken cancellationToken) => _pictures.EraseAsync(address, cancellationToken);

    private HttpRequestMessage Request(HttpMethod method, string rest, (string Name, string Value)[] form)
    {
        var request = new HttpRequestMessage(method, _messages + rest) { Headers = { Authorization = _credentials } };
        if (method == HttpMethod.Post)
            request.Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return request;
    }

    private static async Task<SendOutcome> OutcomeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return new SendOutcome.TryLater(TwilioResilience.RetryAfter(response));
        if (response.StatusCode is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError)
            return new SendOutcome.Unknown();
        using var body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
        if (response.IsSuccessStatusCode)
            return Text(body.RootElement, "sid") is { } sid ? new SendOutcome.Accepted(sid) : new SendOutcome.Unknown();
        var code = body.RootElement.TryGetProperty("code", out var given) ? given.ToString() : null;
        // A wrong token, or one that is being changed, is mended by an administrator: the text waits.
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && code is null or "20003")
            return new SendOutcome.TryLater(TimeSpan.FromMinutes(1));
        return code == TwilioErrors.OptedOut ? new SendOutcome.OptedOut(code) : new SendOutcome.Refused(code ?? $"{(int)response.StatusCode}", TwilioErrors.Words(code));
    }

    // A trial account puts words of its own before ours.
    private static bool IsSame(JsonElement message, TextToSend text, DateTimeOffset since) =>
        Text(message, "direction")?.StartsWith("outbound", StringComparison.Ordinal) != false && Text(message, "body")?.EndsWith(text.Text, StringComparison.Ordinal) == true
        && DateTimeOffset.TryParse(Text(message, "date_created"), CultureInfo.InvariantCulture, out var created) && created >= since - Skew;

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
