using EngagementBot.Channels.BotFramework;
using EngagementBot.Channels.DirectLine;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.Web.Hosting;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.DirectLine;

/// <summary>Direct Line 3.0, as its manual says.</summary>
internal static class DirectLineEndpoints
{
    // No client's own id looks like this.
    private const string StartKey = "service:start";

    public static void MapDirectLine(this WebApplication app)
    {
        app.MapPost("/api/directline/token", PageToken).RequireRateLimiting(RateLimits.Tokens).RequireCors(ForeignPages.Allowed);
        var directLine = app.MapGroup("/v3/directline").RequireCors(ForeignPages.Allowed).AddEndpointFilter<DirectLineFailures>();
        directLine.MapPost("/tokens/generate", GenerateToken).RequireRateLimiting(RateLimits.Tokens);
        directLine.MapPost("/tokens/refresh", RefreshToken).RequireRateLimiting(RateLimits.Tokens);
        directLine.MapPost("/conversations", StartAsync).RequireRateLimiting(RateLimits.Tokens);
        directLine.MapGet("/conversations/{id}", ReconnectAsync).RequireRateLimiting(RateLimits.Tokens);
        directLine.MapPost("/conversations/{id}/activities", PostAsync).RequireRateLimiting(RateLimits.Messages);
        directLine.MapGet("/conversations/{id}/activities", GetAsync).RequireRateLimiting(RateLimits.Reads);
        directLine.MapGet("/conversations/{id}/stream", ConversationStream.RunAsync);
    }

    private static IResult PageToken(DirectLineTokens tokens)
    {
        var grant = new DirectLineGrant(DirectLineTokens.NewId(), DirectLineTokens.NewId("dl_"));
        return Results.Json(
            new PageToken(tokens.Issue(grant), (int)DirectLineTokens.Life.TotalSeconds, grant.UserId, grant.ConversationId), ActivityJson.Wire.PageToken);
    }

    private static async Task<IResult> GenerateToken(HttpRequest request, DirectLineTokens tokens, ServiceSettings settings)
    {
        if (DirectLineCaller.Bearer(request) is not { } secret)
            return DirectLineErrors.Unauthorized();
        if (!DirectLineCaller.IsSecret(secret, settings))
            return DirectLineErrors.Forbidden();
        var (parameters, problem) = await ActivityBody.ReadAsync(request, ActivityJson.Wire.TokenParameters, isOptional: true);
        if (problem is not null)
            return problem;
        var user = parameters?.User?.Id is { Length: > 0 and <= 200 } given ? given : DirectLineTokens.NewId("dl_");
        return Conversation(tokens, new DirectLineGrant(DirectLineTokens.NewId(), user), 200);
    }

    private static IResult RefreshToken(HttpRequest request, DirectLineTokens tokens) =>
        DirectLineCaller.Read(request, tokens, null) is var (grant, problem) && problem is not null ? problem : Conversation(tokens, grant!, 200);

    private static async Task<IResult> StartAsync(HttpRequest request, DirectLineTokens tokens, ServiceSettings settings, IConversationStore store, TurnPipeline pipeline)
    {
        var (grant, problem) = DirectLineCaller.ReadOrSecret(request, tokens, settings);
        if (problem is not null)
            return problem;
        var (start, broken) = await ActivityBody.ReadAsync(request, ActivityJson.Wire.ConversationStart, isOptional: true);
        if (broken is not null)
            return broken;
        if (grant!.UserId.Length == 0 && start?.User?.Id is { Length: > 0 and <= 200 } user)
            grant = grant with { UserId = user };
        var before = await store.LastSequenceAsync(grant.ConversationId, request.HttpContext.RequestAborted);
        if (before is null)
        {
            await pipeline.RunAsync(
                new Turn { ConversationId = grant.ConversationId, Channel = "directline", Key = StartKey, Type = TurnType.Start, LocaleHint = start?.Locale },
                CancellationToken.None);
        }
        return Conversation(tokens, grant, before is null ? 201 : 200, StreamUrl(request, tokens, settings, grant with { Watermark = before ?? 0 }));
    }

    private static async Task<IResult> ReconnectAsync(
        string id, string? watermark, HttpRequest request, DirectLineTokens tokens, ServiceSettings settings, IConversationStore store)
    {
        var (grant, problem) = DirectLineCaller.ReadOrSecret(request, tokens, settings, id);
        if (problem is not null)
            return problem;
        if (await store.LastSequenceAsync(id, request.HttpContext.RequestAborted) is not { } last)
            return DirectLineErrors.NotFound();
        if (Watermark.Parse(watermark) is not { } seen)
            return DirectLineErrors.BadRequest("The watermark is not one of this service.");
        var from = string.IsNullOrEmpty(watermark) ? last : seen;
        return Conversation(tokens, grant!, 200, StreamUrl(request, tokens, settings, grant! with { Watermark = from }));
    }

    private static async Task<IResult> PostAsync(
        string id, HttpRequest request, DirectLineTokens tokens, ServiceSettings settings, IConversationStore store, TurnPipeline pipeline)
    {
        var (grant, problem) = DirectLineCaller.ReadOrSecret(request, tokens, settings, id);
        if (problem is not null)
            return problem;
        var (activity, broken) = await ActivityBody.ReadAsync(request, ActivityJson.Wire.Activity);
        if (broken is not null)
            return broken;
        if (string.IsNullOrEmpty(activity!.Type))
            return DirectLineErrors.BadRequest("The activity has no type.");
        if (await store.LastSequenceAsync(id, request.HttpContext.RequestAborted) is null)
            return DirectLineErrors.NotFound();
        if (activity.Type is ActivityTypes.Typing or ActivityTypes.ConversationUpdate)
            return Results.Json(new ResourceResponse(Watermark.ActivityId(id, 0)), ActivityJson.Wire.ResourceResponse);
        // What has been read is worked to its end, also when the client goes away meanwhile.
        var result = await pipeline.RunAsync(ActivityMapping.ToTurn(OfItsUser(activity, grant!), id, "directline"), CancellationToken.None);
        return result is { HasEnded: true, IsRepeat: false }
            ? DirectLineErrors.Ended()
            : Results.Json(new ResourceResponse(Watermark.ActivityId(id, result.Sequence)), ActivityJson.Wire.ResourceResponse);
    }

    // As Microsoft's service does: whoever holds a token speaks for the user that is in it, whatever the activity says. A secret speaks for anybody.
    private static Activity OfItsUser(Activity activity, DirectLineGrant grant)
    {
        if (grant.UserId.Length > 0)
            (activity.From ??= new ChannelAccount()).Id = grant.UserId;
        return activity;
    }

    private static async Task<IResult> GetAsync(
        string id, string? watermark, HttpRequest request, DirectLineTokens tokens, ServiceSettings settings, ConversationFeed feed, IConversationStore store)
    {
        var (_, problem) = DirectLineCaller.ReadOrSecret(request, tokens, settings, id);
        if (problem is not null)
            return problem;
        if (Watermark.Parse(watermark) is not { } seen)
            return DirectLineErrors.BadRequest("The watermark is not one of this service.");
        if (await store.LastSequenceAsync(id, request.HttpContext.RequestAborted) is null)
            return DirectLineErrors.NotFound();
        return Results.Json(await feed.ReadAsync(id, seen, request.HttpContext.RequestAborted), ActivityJson.Wire.ActivitySet);
    }

    private static IResult Conversation(DirectLineTokens tokens, DirectLineGrant grant, int status, string? stream = null) => Results.Json(
        new Conversation(grant.ConversationId, tokens.Issue(grant), (int)DirectLineTokens.Life.TotalSeconds, stream), ActivityJson.Wire.Conversation, statusCode: status);

    private static string StreamUrl(HttpRequest request, DirectLineTokens tokens, ServiceSettings settings, DirectLineGrant grant)
    {
        var world = settings.PublicUrl ?? $"{request.Scheme}://{request.Host}";
        var secret = tokens.IssueStream(grant with { Nonce = DirectLineTokens.NewId() });
        return $"ws{world.AsSpan(4)}/v3/directline/conversations/{grant.ConversationId}/stream?watermark={Watermark.Of(grant.Watermark)}&t={Uri.EscapeDataString(secret)}";
    }
}
