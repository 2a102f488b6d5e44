using System.Net;
using System.Text.RegularExpressions;

namespace EngagementBot.Scenarios.Browser;

/// <summary>A browser without scripts, signed in or not: it keeps cookies, and shows a redirect instead of following it.</summary>
internal sealed partial class OfficerClient : IDisposable
{
    private const string SignInCookie = "console";
    private static readonly Uri SignInPage = new("/console/sign-in", UriKind.Relative);

    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly Uri _console;

    public OfficerClient(Uri service)
    {
        _console = new Uri(service, "/console");
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = service };
    }

    /// <summary>The sign-in; null while there is none.</summary>
    public string? Cookie
    {
        get => _cookies.GetCookies(_console)[SignInCookie]?.Value;
        set => _cookies.Add(_console, new Cookie(SignInCookie, value, "/console"));
    }

    /// <param name="isScript">Asked by the page's own script.</param>
    public async Task<ConsoleAnswer> GetAsync(string path, bool isScript = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (isScript)
            request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        return await ReadAsync(await _http.SendAsync(request));
    }

    /// <summary>A file of a case. The caller disposes of it.</summary>
    public Task<HttpResponseMessage> DownloadAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Goes where a redirect leads, as a browser does.</summary>
    public async Task<ConsoleAnswer> FollowAsync(string path)
    {
        var answer = await GetAsync(path);
        return answer.Location is { } next ? await GetAsync(next) : answer;
    }

    public async Task<ConsoleAnswer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await ReadAsync(await _http.PostAsync(new Uri(path, UriKind.Relative), form));
    }

    public async Task<ConsoleAnswer> SignInAsync(string name, string password, string returnUrl = "")
    {
        var token = TokenIn((await GetAsync(SignInPage.OriginalString)).Html);
        return await PostAsync(SignInPage.OriginalString, ("name", name), ("password", password), ("returnUrl", returnUrl), token);
    }

    public async Task<ConsoleAnswer> SignOutAsync() => await PostAsync("/console/sign-out", TokenIn((await GetAsync("/console")).Html));

    public async Task<OpenCase> OpenAsync(string number)
    {
        var page = await GetAsync($"/console/cases/{number}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        return OpenCase.Read(number, page);
    }

    /// <summary>Presses the button of a form as it stands on the page that was opened before, however long ago.</summary>
    public Task<ConsoleAnswer> PressAsync(OpenCase page, string form, params (string Name, string Value)[] fields) =>
        PostAsync($"/console/cases/{page.Number}?handler={form}", [.. fields, ("seen", page.Seen), TokenIn(page.Html)]);

    public void Dispose() => _http.Dispose();

    private static (string Name, string Value) TokenIn(string html) =>
        ("__RequestVerificationToken", FormToken().Match(html) is { Success: true } found ? found.Groups[1].Value : "");

    private static async Task<ConsoleAnswer> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return new ConsoleAnswer(
                answer.StatusCode,
                answer.Headers.Location?.OriginalString,
                await answer.Content.ReadAsStringAsync(),
                answer.Headers.TryGetValues("Set-Cookie", out var set) && set.Any(c => c.StartsWith($"{SignInCookie}=", StringComparison.Ordinal)));
        }
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex FormToken();
}
