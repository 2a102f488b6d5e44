using System.Net;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.Clients;

/// <summary>A page of another origin with Microsoft's Web Chat on it, as an agency would put it on its own site.</summary>
internal sealed class WebChatPage : IDisposable
{
    private const string Html = """
        <!doctype html>
        <html>
        <head><meta charset="utf-8"><title>Web Chat</title><style>html, body, #chat { height: 100%; margin: 0; }</style></head>
        <body><div id="chat"></div><script src="/webchat.js"></script><script src="/page.js"></script></body>
        </html>
        """;

    private const string Script = """
        (async () => {
          const given = new URLSearchParams(location.search);
          const service = given.get('service'), locale = given.get('locale');
          document.documentElement.lang = locale;
          document.documentElement.dir = given.get('dir');
          const { token } = await (await fetch(`${service}/api/directline/token`, { method: 'POST' })).json();
          const directLine = WebChat.createDirectLine({ token, domain: `${service}/v3/directline`, conversationStartProperties: { locale } });
          WebChat.renderWebChat({ directLine, locale, dir: given.get('dir'), styleOptions: { hideUploadButton: true } }, document.getElementById('chat'));
        })();
        """;

    private readonly HttpListener _listener = new();
    private readonly string _webChat;

    public WebChatPage(string packages)
    {
        _webChat = Path.Combine(packages, "botframework-webchat", "dist", "webchat.js");
        Origin = $"http://127.0.0.1:{LoopbackPort.Take()}";
        _listener.Prefixes.Add($"{Origin}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Origin { get; }

    public string Address(Uri service, string locale, string direction) =>
        $"{Origin}/?service={Uri.EscapeDataString(service.OriginalString)}&locale={locale}&dir={direction}";

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (_listener.IsListening)
                await AnswerAsync(await _listener.GetContextAsync());
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var (type, body) = context.Request.Url!.AbsolutePath switch
        {
            "/" => ("text/html", Encode(Html)),
            "/page.js" => ("text/javascript", Encode(Script)),
            "/webchat.js" => ("text/javascript", await File.ReadAllBytesAsync(_webChat)),
            _ => ("text/plain", []),
        };
        context.Response.ContentType = $"{type}; charset=utf-8";
        await context.Response.OutputStream.WriteAsync(body);
        context.Response.Close();
    }

    private static byte[] Encode(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
