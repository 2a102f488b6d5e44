using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EngagementBot.Tests.TextAnalytics.Azure;

/// <summary>A way in which a service misbehaves.</summary>
internal sealed record LanguageFault(string Name, Func<HttpContext, byte[], CancellationToken, Task> Behave)
{
    public static readonly LanguageFault None = new("none", SendAsync);
    public static readonly LanguageFault Unauthorized = Status(401);
    public static readonly LanguageFault Forbidden = Status(403);
    public static readonly LanguageFault Error = Status(500);
    public static readonly LanguageFault Unavailable = Status(503);
    public static readonly LanguageFault RequestTimeout = Status(408);
    public static readonly LanguageFault WrongJson = new("wrong JSON", (context, _, stop) => SendAsync(context, "{\"kind\":\"Something\",\"results\":["u8.ToArray(), stop));
    public static readonly LanguageFault OtherJson = new("JSON of another service", (context, _, stop) => SendAsync(context, "{\"hello\":\"world\"}"u8.ToArray(), stop));
    public static readonly LanguageFault Hangs = new("hangs for 60 s", async (context, body, stop) =>
    {
        await Task.Delay(TimeSpan.FromSeconds(60), CancellationTokenSource.CreateLinkedTokenSource(stop, context.RequestAborted).Token);
        await SendAsync(context, body, stop);
    });

    public static readonly LanguageFault HalfBody = new("half a body", async (context, body, stop) =>
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), stop);
        await context.Response.Body.FlushAsync(stop);
        context.Abort();
    });

    public static readonly LanguageFault Trickles = new("a slow trickle", async (context, body, stop) =>
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        foreach (var one in body)
        {
            await context.Response.Body.WriteAsync(new[] { one }, stop);
            await context.Response.Body.FlushAsync(stop);
            await Task.Delay(200, stop);
        }
    });

    public static readonly LanguageFault Reset = new("connection reset", (context, _, _) =>
    {
        context.Features.Get<IHttpRequestLifetimeFeature>()!.Abort();
        return Task.CompletedTask;
    });

    public static LanguageFault TooMany(int seconds) => Status(429, () => seconds.ToString(CultureInfo.InvariantCulture), $"429, Retry-After: {seconds}");

    /// <summary>A date has whole seconds: the next one is at least so far ahead.</summary>
    public static LanguageFault TooManyUntil(TimeSpan from) =>
        Status(429, () => (TimeProvider.System.GetUtcNow() + from + TimeSpan.FromSeconds(1)).ToString("r", CultureInfo.InvariantCulture), "429, Retry-After: a date");

    public Task AnswerAsync(HttpContext context, JsonObject answer, CancellationToken stop) => Behave(context, Encoding.UTF8.GetBytes(answer.ToJsonString()), stop);

    public override string ToString() => Name;

    private static LanguageFault Status(int status, Func<string>? retryAfter = null, string? name = null) => new(
        name ?? status.ToString(CultureInfo.InvariantCulture),
        (context, _, stop) =>
        {
            context.Response.StatusCode = status;
            if (retryAfter is not null)
                context.Response.Headers.RetryAfter = retryAfter();
            return SendAsync(context, "{\"error\":{\"code\":\"made-up\",\"message\":\"made up\"}}"u8.ToArray(), stop);
        });

    private static async Task SendAsync(HttpContext context, byte[] body, CancellationToken stop)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, stop);
    }
}
