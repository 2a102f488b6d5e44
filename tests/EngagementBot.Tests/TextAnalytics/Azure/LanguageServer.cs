using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace EngagementBot.Tests.TextAnalytics.Azure;

/// <summary>Azure AI Language on loopback: answers what was recorded with the recorded bodies and the rest as it is told, refuses what the
/// real service does not document, and misbehaves on demand.</summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    public const string Key = "0123456789abcdef0123456789abcdef";

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentQueue<LanguageRequest> _received = [];
    private readonly ConcurrentQueue<string> _refused = [];
    private int _faults;

    private LanguageServer(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, port, l => l.Protocols = HttpProtocols.Http1));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Endpoint => new(_app.Urls.First());

    /// <summary>What it answers for a document that was not recorded.</summary>
    public LanguageOpinions Opinions { get; set; } = new();

    /// <summary>How it behaves at the n-th request, from 1.</summary>
    public Func<int, LanguageRequest, LanguageFault> Behaviour { get; set; } = (_, _) => LanguageFault.None;

    /// <summary>How long each answer takes.</summary>
    public TimeSpan Latency { get; set; }

    public IReadOnlyList<LanguageRequest> Received => [.. _received];

    /// <summary>What the real service would not have taken.</summary>
    public IReadOnlyList<string> Refused => [.. _refused];

    /// <summary>How often it misbehaved.</summary>
    public int Faults => Volatile.Read(ref _faults);

    /// <param name="port">0 for any.</param>
    public static async Task<LanguageServer> StartAsync(int port = 0)
    {
        var server = new LanguageServer(port);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>As if nothing had been asked yet, and well-behaved.</summary>
    public void Forget()
    {
        _received.Clear();
        (Opinions, Behaviour) = (new(), (_, _) => LanguageFault.None);
    }

    /// <summary>From now on connections are refused.</summary>
    public Task GoAwayAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _app.DisposeAsync();
        _closed.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            if (await ReadAsync(context) is not { } request)
                return;
            _received.Enqueue(request);
            await Task.Delay(Latency, _closed.Token);
            var fault = Behaviour(_received.Count, request);
            if (fault != LanguageFault.None)
                Interlocked.Increment(ref _faults);
            await fault.AnswerAsync(context, Answer(request), _closed.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The caller gave up, or the test is over.
        }
    }

    private async Task<LanguageRequest?> ReadAsync(HttpContext context)
    {
        var problem = context.Request switch
        {
            { Method: not "POST" } or { Path.Value: not "/language/:analyze-text" } => "address",
            { Query.Count: not 1 } => "query",
            var asked when asked.Query["api-version"] != LanguageRequest.ApiVersion => "api-version",
            var asked when asked.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true => "content type",
            var asked when asked.Headers["Ocp-Apim-Subscription-Key"] != Key => "key",
            _ => null,
        };
        var request = problem is null ? new LanguageRequest((await JsonNode.ParseAsync(context.Request.Body))!.AsObject()) : null;
        problem ??= request!.Faults().FirstOrDefault();
        if (problem is null)
            return request;
        _refused.Enqueue(problem);
        context.Response.StatusCode = problem == "key" ? 401 : 400;
        await context.Response.WriteAsync(RecordedExchange.Of("invalid-request-400").Response.ToJsonString());
        return null;
    }

    private JsonObject Answer(LanguageRequest request)
    {
        var texts = request.Documents.Select(d => d.Text);
        return RecordedExchange.All.FirstOrDefault(e => e.Status == 200 && e.Kind == request.Kind && e.Texts.SequenceEqual(texts)) is { } recorded
            ? WithIds(recorded, request)
            : Opinions.Answer(request);
    }

    // Ids are the client's affair.
    private static JsonObject WithIds(RecordedExchange recorded, LanguageRequest request)
    {
        var ids = recorded.Documents.Select(d => d!["id"]!.GetValue<string>()).Zip(request.Documents, (old, sent) => (old, sent.Id)).ToDictionary();
        var answer = recorded.Response.DeepClone().AsObject();
        foreach (var result in answer["results"]!["documents"]!.AsArray().Concat(answer["results"]!["errors"]!.AsArray()))
            result!["id"] = ids[result["id"]!.GetValue<string>()];
        return answer;
    }
}
