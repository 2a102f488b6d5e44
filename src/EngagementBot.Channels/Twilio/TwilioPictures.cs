using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using EngagementBot.Channels.TextMessages;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace EngagementBot.Channels.Twilio;

/// <summary>Media of messages: fetched from Twilio's API, which leads on to where the file lies, and deleted there. The account's credentials go to
/// the API alone, whatever address is given.</summary>
internal sealed partial class TwilioPictures(HttpClient http, TwilioAccount account, AuthenticationHeaderValue credentials, TwilioResilience resilience)
{
    private const int MostRedirects = 3;

    private static readonly TimeSpan LongestBody = TimeSpan.FromSeconds(20);

    private readonly Uri _api = new(account.ApiBaseUrl);

    public async Task<PictureOutcome> FetchAsync(string address, CancellationToken cancellationToken)
    {
        if (AtApi(address) is not { } next)
            return new PictureOutcome.Refused("its address is not the text provider's");
        try
        {
            for (var redirects = 0; redirects <= MostRedirects; redirects++)
            {
                var url = next;
                using var response = await resilience.Asking.ExecuteAsync(
                    async token => await http.SendAsync(Request(HttpMethod.Get, url), HttpCompletionOption.ResponseHeadersRead, token), cancellationToken);
                if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
                    return await ReadAsync(response, cancellationToken);
                if (response.Headers.Location is not { } location || !IsSafe(next = new Uri(url, location)))
                    break;
            }
            return new PictureOutcome.Refused("the text provider leads to an address that is not safe");
        }
        catch (Exception away) when (IsPassing(away) || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new PictureOutcome.TryLater();
        }
    }

    public async Task<bool> EraseAsync(string address, CancellationToken cancellationToken)
    {
        if (AtApi(address) is not { } url)
            return true;
        try
        {
            using var response = await resilience.Asking.ExecuteAsync(async token => await http.SendAsync(Request(HttpMethod.Delete, url), token), cancellationToken);
            return response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NotFound;
        }
        catch (Exception away) when (IsPassing(away))
        {
            return false;
        }
    }

    private static bool IsPassing(Exception away) => away is HttpRequestException or TimeoutRejectedException or BrokenCircuitException or IOException;

    private Uri? AtApi(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && IsApi(url) && url.UserInfo.Length == 0 && Media().IsMatch(url.AbsolutePath) ? url : null;

    private bool IsApi(Uri url) => Uri.Compare(url, _api, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    // Plain http is for an API on loopback, as in its setting.
    private bool IsSafe(Uri url) => url.Scheme == Uri.UriSchemeHttps || (url is { Scheme: "http", IsLoopback: true } && _api.IsLoopback);

    private HttpRequestMessage Request(HttpMethod method, Uri url)
    {
        var request = new HttpRequestMessage(method, url);
        if (IsApi(url))
            request.Headers.Authorization = credentials;
        return request;
    }

    private static async Task<PictureOutcome> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            return new PictureOutcome.Refused("the text provider does not have it any more");
        // A wrong token, or one that is being changed, is mended by an administrator.
        if (!response.IsSuccessStatusCode)
            return new PictureOutcome.TryLater();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestBody);
        if (await BytesAsync(response, limit.Token) is not { } content)
            return new PictureOutcome.Refused("it is larger than 5 MB");
        return PictureType.Of(content) is { } type
            ? new PictureOutcome.Fetched(type, content)
            : new PictureOutcome.Refused("it is no picture and no PDF file");
    }

    // Null if there are more than are taken; what the server says of the length is not believed.
    private static async Task<byte[]?> BytesAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > PictureOutcome.Largest)
            return null;
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > PictureOutcome.Largest)
                return null;
            content.Write(buffer, 0, read);
        }
        return content.ToArray();
    }

    [GeneratedRegex("^/2010-04-01/Accounts/[A-Za-z0-9]+/Messages/[A-Za-z0-9]+/Media/[A-Za-z0-9]+$")]
    private static partial Regex Media();
}
