using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EngagementBot.Tests.TextAnalytics.Azure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace EngagementBot.Tests.TextAnalytics.Translation;

/// <summary>Azure AI Translator 3.0 on loopback, by its public reference (https://learn.microsoft.com/azure/ai-services/translator/text-translation/reference/v3/translate):
/// it answers what is documented, refuses everything else, and misbehaves on demand.</summary>
internal sealed class TranslatorServer : IAsyncDisposable
{
    public const string Key = "fedcba9876543210fedcba9876543210";

    // Of https://learn.microsoft.com/azure/ai-services/translator/language-support, those that residents are offered, and one more.
    private static readonly string[] Codes = ["en", "es", "pt", "ht", "fr", "zh-Hans", "vi", "ko", "fil", "ru", "ar", "hi", "bn"];

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentQueue<TranslationRequest> _received = [];
    private readonly ConcurrentQueue<string> _refused = [];

    private TranslatorServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http1));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Endpoint => new(_app.Urls.First());

    /// <summary>The region that the header must name; null for no header at all.</summary>
    public string? Region { get; init; }

    /// <summary>What it makes of a text, from code and to code.</summary>
    public Func<string, string, string, string> Words { get; set; } = (text, from, to) => $"[{from} > {to}] {text}";

    /// <summary>The status with which it refuses a request for the sake of this text; null if it takes it.</summary>
    public Func<string, int?> Refuses { get; set; } = _ => null;

    /// <summary>How it behaves at the n-th request, from 1.</summary>
    public Func<int, LanguageFault> Behaviour { get; set; } = _ => LanguageFault.None;

    public IReadOnlyList<TranslationRequest> Received => [.. _received];

    /// <summary>What the real service would not have taken.</summary>
    public IReadOnlyList<string> Refused => [.. _refused];

    public static async Task<TranslatorServer> StartAsync(string? region = null)
    {
        var server = new TranslatorServer { Region = region };
        await server._app.StartAsync();
        return server;
    }

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
            if (request.Texts.Select(Refuses).FirstOrDefault(s => s is not null) is { } status)
            {
                context.Response.StatusCode = status;
                return;
            }
            var answer = new JsonArray([.. request.Texts.Select(t => (JsonNode)new JsonObject
            {
                ["translations"] = new JsonArray(new JsonObject { ["text"] = Words(t, request.From, request.To), ["to"] = request.To }),
            })]);
            await Behaviour(_received.Count).Behave(context, Encoding.UTF8.GetBytes(answer.ToJsonString()), _closed.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The caller gave up, or the test is over.
        }
    }

    private async Task<TranslationRequest?> ReadAsync(HttpContext context)
    {
        var asked = context.Request;
        var problem = asked switch
        {
            { Method: not "POST" } => "method",
            { Path.Value: not "/translator/text/v3.0/translate" } => "address",
            _ when !asked.Query.Keys.Order().SequenceEqual(["api-version", "from", "to"]) || asked.Query.Any(q => q.Value.Count != 1) => "query",
            _ when asked.Query["api-version"] != "3.0" => "api-version",
            _ when !Codes.Contains(asked.Query["from"].ToString()) || !Codes.Contains(asked.Query["to"].ToString()) => "language",
            _ when asked.ContentType != "application/json; charset=UTF-8" => "content type",
            _ when asked.Headers["Ocp-Apim-Subscription-Key"] != Key => "key",
            _ when asked.Headers["Ocp-Apim-Subscription-Region"].ToString() != (Region ?? "") => "region",
            _ => null,
        };
        var body = problem is null ? await JsonNode.ParseAsync(asked.Body) as JsonArray : null;
        problem ??= ProblemOf(body);
        if (problem is null)
            return new TranslationRequest(asked.Query["from"]!, asked.Query["to"]!, [.. body!.Select(i => i!["Text"]!.GetValue<string>())]);
        _refused.Enqueue(problem);
        context.Response.StatusCode = problem is "key" or "region" ? 401 : 400;
        await context.Response.WriteAsync($$$"""{"error":{"code":{{{context.Response.StatusCode}}}000,"message":"{{{problem}}}"}}""");
        return null;
    }

    private static string? ProblemOf(JsonArray? body)
    {
        if (body is not { Count: > 0 and <= 1000 })
            return "no array of 1 to 1,000 elements";
        if (body.Any(i => i is not JsonObject { Count: 1 } item || item["Text"] is not JsonValue text || string.IsNullOrWhiteSpace(text.GetValue<string>())))
            return "an element without Text, or with more";
        return body.Sum(i => i!["Text"]!.GetValue<string>().Length) > 50_000 ? "more than 50,000 characters" : null;
    }
}

internal sealed record TranslationRequest(string From, string To, IReadOnlyList<string> Texts);
