using System.Text;
using System.Text.Json;
using EngagementBot.Channels.TextMessages;
using EngagementBot.Channels.Twilio;
using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.Web.DirectLine;
using EngagementBot.Web.Hosting;
using EngagementBot.Web.Settings;
using Microsoft.AspNetCore.Http.Features;

namespace EngagementBot.Web.TextMessages.Twilio;

/// <summary><c>POST /api/sms/twilio</c>: texts that come in. <c>POST /api/sms/twilio/status</c>: what became of ours.</summary>
internal static class TwilioDoors
{
    private const string Texts = "/api/sms/twilio";
    private const string Status = "/api/sms/twilio/status";

    // No reply in the response: what is said goes through the outbox alone, so that nothing is said twice.
    private const string NoReply = """<?xml version="1.0" encoding="UTF-8"?><Response/>""";

    private const int LargestBody = 64 * 1024;

    public static IServiceCollection AddTwilio(this IServiceCollection services, TwilioAccount account)
    {
        services.AddSingleton(account);
        services.AddSingleton<IStatusAddress, StatusAddress>();
        // A client of its own: the factory's would write addresses into the log.
        services.AddSingleton<ITextProvider>(p => new TwilioMessages(
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }), account, p.GetRequiredService<TimeProvider>()));
        return services;
    }

    public static void MapTwilio(this WebApplication app)
    {
        if (app.Services.GetRequiredService<ServiceSettings>().TextMessages.Twilio is null)
        {
            app.MapPost(Texts, NotSetUp);
            app.MapPost(Status, NotSetUp);
            return;
        }
        app.MapPost(Texts, ReceiveAsync).RequireRateLimiting(RateLimits.Channels);
        app.MapPost(Status, ReportAsync).RequireRateLimiting(RateLimits.Channels);
    }

    private static IResult NotSetUp() => Results.Problem(statusCode: 404, detail: "Text messages are not set up here: Sms:Twilio:AccountSid is not given.");

    private static async Task<IResult> ReceiveAsync(HttpRequest request, TwilioAccount account, ServiceSettings settings, TextReceiver receiver, TurnFailures failures)
    {
        var (form, refused) = await ReadAsync(request, account, settings);
        if (refused is not null)
            return refused;
        if (TwilioForm.ToText(form) is not { } text)
            return Results.Problem(statusCode: 400, detail: "There is no MessageSid or no From.");
        try
        {
            await receiver.ReceiveAsync(text);
            return Results.Content(NoReply, "text/xml; charset=utf-8");
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            failures.Report(failed);
            return Results.Problem(statusCode: 503, detail: "The message was not stored. Send it again.");
        }
    }

    private static async Task<IResult> ReportAsync(HttpRequest request, TwilioAccount account, ServiceSettings settings, ITextOutbox outbox, TimeProvider clock)
    {
        var (form, refused) = await ReadAsync(request, account, settings);
        if (refused is not null)
            return refused;
        if (TwilioForm.ToReport(form, request.Query[StatusAddress.TextId]) is { } report)
            await outbox.ReportAsync(NewsOf(report, settings), clock.GetUtcNow(), CancellationToken.None);
        return Results.NoContent();
    }

    private static TextNews NewsOf(TextReport report, ServiceSettings settings)
    {
        var state = report.Progress switch
        {
            TextProgress.Queued => TextState.Queued,
            TextProgress.Sent => TextState.Sent,
            TextProgress.Delivered => TextState.Delivered,
            TextProgress.OptedOut => TextState.Withheld,
            _ => TextState.Failed,
        };
        var reason = report.Words is null ? null : report.Code is null ? report.Words : $"{report.Words} (code {report.Code})";
        return new TextNews(report.ProviderId, report.TextId, state, reason, settings.TextMessages.DeletesWords && state is TextState.Delivered or TextState.Failed);
    }

    // Nothing is looked at before the signature holds.
    private static async Task<(IReadOnlyList<KeyValuePair<string, string>> Form, IResult? Refused)> ReadAsync(HttpRequest request, TwilioAccount account, ServiceSettings settings)
    {
        var signature = request.Headers["X-Twilio-Signature"].ToString();
        if (signature.Length == 0)
            return ([], NotSigned());
        if (await BodyAsync(request) is not { } body)
            return ([], Results.Problem(statusCode: 413, detail: "The body is larger than 64 KB."));
        var url = settings.PublicUrl + Target(request);
        var isForm = request.HasFormContentType;
        var form = isForm ? TwilioForm.Read(Encoding.UTF8.GetString(body)) : [];
        var isValid = url.Contains(TwilioSignature.BodyHash, StringComparison.Ordinal)
            ? TwilioSignature.IsValidBody(account.Tokens, signature, url, body)
            : isForm && TwilioSignature.IsValid(account.Tokens, signature, url, form);
        if (!isValid)
            return ([], NotSigned());
        return (isForm ? form : FromJson(body), null);
    }

    private static IResult NotSigned() => Results.Problem(statusCode: 403, detail: "The signature is not Twilio's.");

    private static async Task<byte[]?> BodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer)) > 0)
        {
            if (body.Length + read > LargestBody)
                return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    // As Twilio wrote it: nothing decoded, nothing put in order.
    private static string Target(HttpRequest request)
    {
        var raw = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget;
        return raw is ['/', ..] ? raw : $"{request.PathBase}{request.Path}{request.QueryString}";
    }

    private static List<KeyValuePair<string, string>> FromJson(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind != JsonValueKind.Object
                ? []
                : [.. json.RootElement.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(p => KeyValuePair.Create(p.Name, p.Value.ToString()))];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private sealed class StatusAddress(ServiceSettings settings) : IStatusAddress
    {
        public const string TextId = "text";

        // Twilio repeats a report only where it is told to. The fragment is not sent, and not signed.
        private const string Retries = "#rc=3&rp=all";

        public Uri Of(string textId) => new($"{settings.PublicUrl}{Status}?{TextId}={textId}{Retries}");
    }
}
