using System.Net;
using EngagementBot.Channels.TextMessages;
using EngagementBot.Conversations.TextMessages.Store;

namespace EngagementBot.Web.TextMessages.TryOut;

/// <summary><c>/development/phone</c>: the doors for a phone that is played on the same machine. They are there in Development only.</summary>
internal static class TryOutDoors
{
    public const string Path = "/development/phone";

    private const int LongestText = 1600;

    public static IServiceCollection AddTryOut(this IServiceCollection services)
    {
        services.AddSingleton<TryOutPhones>();
        services.AddSingleton<ITextProvider>(p => p.GetRequiredService<TryOutPhones>());
        services.AddSingleton<IStatusAddress, NoStatusAddress>();
        return services;
    }

    public static void MapTryOut(this WebApplication app)
    {
        var phone = app.MapGroup(Path).AddEndpointFilter(OnThisMachineAsync);
        phone.MapGet("/newest", (TryOutPhones phones) => new NewestText(phones.Newest));
        // JSON: a page of elsewhere in the developer's browser cannot post it.
        phone.MapPost("/texts", SayAsync);
        phone.MapGet("/texts", ReadAsync);
    }

    // The service may listen on other addresses too, and these doors ask for no signature.
    private static async ValueTask<object?> OnThisMachineAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller) ? await next(context) : Results.NotFound();

    private static async Task<IResult> SayAsync(SaidText said, TextReceiver receiver)
    {
        if (said is not { Id.Length: > 0 and <= 64, From.Length: > 0 and <= 20, Text.Length: <= LongestText })
            return Results.Problem(statusCode: 400, detail: $"A text has an id, a sender and at most {LongestText} characters.");
        await receiver.ReceiveAsync(new ReceivedText(said.Id, said.From, said.Text, []));
        return Results.NoContent();
    }

    /// <summary>A text is delivered when its phone has asked for it.</summary>
    private static async Task<IResult> ReadAsync(string number, long after, TryOutPhones phones, ITextOutbox outbox, TimeProvider clock)
    {
        var texts = phones.Of(number, after);
        foreach (var text in texts)
            await outbox.ReportAsync(new TextNews(text.ProviderId, text.TextId, TextState.Delivered, null, Erases: false), clock.GetUtcNow(), CancellationToken.None);
        return Results.Json(texts.Select(t => new HeardText(t.Sequence, t.Text)).ToArray(), TryOutJson.Default.HeardTextArray);
    }

    // Nobody calls it: the phone itself tells that it has the text.
    private sealed class NoStatusAddress : IStatusAddress
    {
        public Uri Of(string textId) => new($"about:blank#{textId}");
    }
}
