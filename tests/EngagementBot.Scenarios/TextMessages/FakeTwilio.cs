using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using EngagementBot.Channels.Twilio;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.TextMessages;

/// <summary>Twilio's REST API for messages on loopback. It refuses what the real one refuses (account, token, fields), keeps what it took, and
/// misbehaves as it is told.</summary>
internal sealed class FakeTwilio : IDisposable
{
    public const string Account = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const string Token = "0123456789abcdef0123456789abcdef";
    public const string From = "+15550142000";

    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, int> _calls = [];
    private readonly ConcurrentQueue<SentText> _taken = [];
    private readonly ConcurrentDictionary<string, bool> _erased = [];
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentDictionary<string, FakePicture> _pictures = [];
    private readonly string _files;
    private int _sids;

    public FakeTwilio()
    {
        Address = $"http://127.0.0.1:{LoopbackPort.Take()}";
        _files = $"http://127.0.0.1:{LoopbackPort.Take()}";
        _listener.Prefixes.Add($"{Address}/");
        _listener.Prefixes.Add($"{_files}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    /// <summary>What becomes of the n-th text to a number, from 1.</summary>
    public Func<int, string, Answer> Behaviour { get; set; } = (_, _) => Answer.Take;

    /// <summary>How long it takes to answer after it has taken a text.</summary>
    public TimeSpan Slowness { get; set; }

    /// <summary>All that it took, in its order.</summary>
    public IReadOnlyList<SentText> Taken => [.. _taken];

    /// <summary>What was wrong with requests; each was refused.</summary>
    public ConcurrentQueue<string> Wrong { get; } = [];

    /// <summary>Ids of messages, of both directions, whose words were deleted.</summary>
    public IReadOnlyCollection<string> Erased => [.. _erased.Keys];

    public int Calls => _calls.Values.Sum();

    /// <summary>Addresses of pictures that are still there.</summary>
    public IReadOnlyCollection<string> Pictures => [.. _pictures.Keys.Select(p => Address + p)];

    /// <summary>A picture that came with a text.</summary>
    /// <returns>Its address.</returns>
    public string AddPicture(FakePicture picture)
    {
        var path = $"/2010-04-01/Accounts/{Account}/Messages/MM{Guid.NewGuid():N}/Media/ME{Guid.NewGuid():N}";
        _pictures[path] = picture;
        return Address + path;
    }

    /// <summary>What the world sees of the service, as behind a proxy: signatures and reports name this address.</summary>
    public const string PublicUrl = "https://chat.county.example";

    /// <summary>What makes a service text through it.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["PublicUrl"] = PublicUrl,
        ["Sms__Twilio__AccountSid"] = Account,
        ["Sms__Twilio__AuthToken"] = Token,
        ["Sms__Twilio__From"] = From,
        ["Sms__Twilio__ApiBaseUrl"] = Address,
    };

    public IReadOnlyList<string> To(string number) => [.. Taken.Where(t => t.To == number).Select(t => t.Body)];

    public async Task UntilAsync(Func<FakeTwilio, bool> isSo, int seconds = 30)
    {
        for (var waited = 0; !isSo(this); waited += 25)
        {
            waited.ShouldBeLessThan(seconds * 1000, $"{_taken.Count} texts came, {_erased.Count} were erased; wrong: {string.Join("; ", Wrong)}");
            await Task.Delay(25);
        }
    }

    /// <summary>Reports on one of its texts, signed, to the address that came with it.</summary>
    public static async Task<HttpStatusCode> ReportAsync(Uri service, SentText text, string status, string? code = null)
    {
        List<KeyValuePair<string, string>> form = [new("MessageSid", text.Sid), new("MessageStatus", status), new("To", text.To), new("AccountSid", Account)];
        if (code is not null)
            form.Add(new("ErrorCode", code));
        return await PhoneLine.PostAsync(service, text.StatusCallback, form, Token);
    }

    public void Dispose()
    {
        _closed.Cancel();
        _listener.Close();
        _closed.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await _listener.GetContextAsync());
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            var (request, path) = (context.Request, context.Request.Url!.AbsolutePath);
            var form = TwilioForm.Read(await new StreamReader(request.InputStream, Encoding.UTF8).ReadToEndAsync()).ToDictionary();
            if (path.StartsWith(Files, StringComparison.Ordinal))
                File(context, path[Files.Length..]);
            else if (request.Headers["Authorization"] != "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Account}:{Token}")))
                Refuse(context, 401, 20003, "no credentials");
            else if (_pictures.TryGetValue(path, out var picture))
                Picture(context, path, picture);
            else if (path == $"/2010-04-01/Accounts/{Account}/Messages.json" && request.HttpMethod == "GET")
                List(context);
            else if (path == $"/2010-04-01/Accounts/{Account}/Messages.json")
                await SendAsync(context, form);
            else if (path.StartsWith($"/2010-04-01/Accounts/{Account}/Messages/", StringComparison.Ordinal) && form.TryGetValue("Body", out var body) && body.Length == 0)
                Erase(context, path.Split('/')[^1].Replace(".json", "", StringComparison.Ordinal));
            else
                Refuse(context, 404, 20404, $"{request.HttpMethod} {path}");
        }
        catch (Exception gone) when (gone is HttpListenerException or OperationCanceledException or InvalidOperationException or IOException)
        {
            // The caller gave up, or the test is over.
        }
    }

    // The API has no files: it leads to where they lie.
    private const string Files = "/files";

    private void Picture(HttpListenerContext context, string path, FakePicture picture)
    {
        if (context.Request.HttpMethod == "DELETE")
            _pictures.TryRemove(path, out _);
        else if (!picture.Fails())
            context.Response.Headers["Location"] = picture.LeadsTo ?? _files + Files + path;
        context.Response.StatusCode = context.Request.HttpMethod == "DELETE" ? 204 : context.Response.Headers["Location"] is null ? 503 : 307;
        context.Response.Close();
    }

    private void File(HttpListenerContext context, string path)
    {
        // It is another company's machine.
        if (context.Request.Headers["Authorization"] is not null)
            Wrong.Enqueue("the account's credentials were sent to where the files lie");
        context.Response.ContentType = "text/html";
        context.Response.Close(_pictures[path].Content, willBlock: true);
    }

    private async Task SendAsync(HttpListenerContext context, Dictionary<string, string> form)
    {
        if (Missing(form) is { } wrong)
        {
            Refuse(context, 400, 21602, wrong);
            return;
        }
        var answer = Behaviour(_calls.AddOrUpdate(form["To"], 1, (_, n) => n + 1), form["To"]);
        if (answer.Keeps)
            _taken.Enqueue(new SentText($"SM{Interlocked.Increment(ref _sids):x32}", form["To"], form["Body"], new Uri(form["StatusCallback"]), TimeProvider.System.GetUtcNow()));
        if (answer.Status == 0)
            await Task.Delay(Timeout.Infinite, _closed.Token);
        if (Slowness > TimeSpan.Zero)
            await Task.Delay(Slowness, _closed.Token);
        if (answer.RetryAfter is { } seconds)
            context.Response.Headers["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture);
        Write(context, answer.Status, answer.Status == 201 ? new { sid = _taken.Last(t => t.To == form["To"]).Sid, status = "queued" } : new { code = answer.Code, message = "told to" });
    }

    private static string? Missing(Dictionary<string, string> form) => form.GetValueOrDefault("To") is not ['+', ..] ? "To is no number"
        : form.GetValueOrDefault("From") != From ? "From is not ours"
        : form.GetValueOrDefault("Body") is not { Length: > 0 and <= 1600 } ? "Body is empty or too long"
        : !Uri.TryCreate(form.GetValueOrDefault("StatusCallback"), UriKind.Absolute, out var callback) || callback.AbsolutePath != "/api/sms/twilio/status" ? "StatusCallback is no door of ours"
        : callback.Fragment != "#rc=3&rp=all" ? "reports would not be repeated"
        : form.Keys.Except(["To", "From", "Body", "StatusCallback"]).FirstOrDefault() is { } unknown ? $"{unknown} is unknown" : null;

    private void List(HttpListenerContext context)
    {
        var to = context.Request.QueryString["To"];
        Write(context, 200, new
        {
            messages = Taken.Where(t => t.To == to).Reverse().Select(t => new { sid = t.Sid, to = t.To, body = t.Body, direction = "outbound-api", date_created = t.At.ToString("R", CultureInfo.InvariantCulture) }),
        });
    }

    private void Erase(HttpListenerContext context, string sid)
    {
        _erased[sid] = true;
        Write(context, 200, new { sid });
    }

    private void Refuse(HttpListenerContext context, int status, int code, string why)
    {
        Wrong.Enqueue(why);
        Write(context, status, new { code, message = why });
    }

    private static void Write(HttpListenerContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Close(JsonSerializer.SerializeToUtf8Bytes(body), willBlock: false);
    }
}

/// <param name="failures">How often the API is away before.</param>
/// <param name="leadsTo">Where the API says that it lies; null for the truth.</param>
internal sealed class FakePicture(byte[] content, int failures = 0, string? leadsTo = null)
{
    private int _asked;

    public byte[] Content => content;

    public string? LeadsTo => leadsTo;

    /// <summary>How often somebody has asked for it.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public bool Fails() => Interlocked.Increment(ref _asked) <= failures;
}

internal sealed record SentText(string Sid, string To, string Body, Uri StatusCallback, DateTimeOffset At);

/// <param name="Status">0 hangs until the caller gives up.</param>
/// <param name="Keeps">The text is taken, whatever the answer says.</param>
internal sealed record Answer(int Status, bool Keeps = false, int? Code = null, int? RetryAfter = null)
{
    public static readonly Answer Take = new(201, Keeps: true);
    public static readonly Answer OptedOut = new(400, Code: 21610);
    public static readonly Answer NoSuchPhone = new(400, Code: 21211);
    public static readonly Answer Busy = new(429, Code: 20429, RetryAfter: 1);
    public static readonly Answer Broken = new(500);
    public static readonly Answer TakeAndBreak = new(500, Keeps: true);
    public static readonly Answer TakeAndHang = new(0, Keeps: true);
}
