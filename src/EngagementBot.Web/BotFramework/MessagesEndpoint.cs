using System.Text.Json;
using EngagementBot.Channels.BotFramework;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.Web.DirectLine;
using EngagementBot.Web.Hosting;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.BotFramework;

/// <summary><c>POST /api/messages</c>: activities from the Bot Connector, the Emulator and other bots.</summary>
internal static class MessagesEndpoint
{
    public static void MapMessages(this WebApplication app) => app.MapPost("/api/messages", ReceiveAsync).RequireRateLimiting(RateLimits.Channels);

    private static async Task<IResult> ReceiveAsync(
        HttpRequest request, TurnPipeline pipeline, ServiceUrls serviceUrls, ActivityMapping mapping, IConversationStore store, TurnFailures failures,
        ServiceSettings settings, IWebHostEnvironment environment)
    {
        // Without credentials anybody could speak for a channel: only for trying out.
        if (!environment.IsDevelopment() || settings.BotAppId is not null)
            return DirectLineErrors.Unauthorized();
        var (activity, broken) = await ActivityBody.ReadAsync(request, ActivityJson.Wire.Activity);
        if (broken is not null)
            return broken;
        if (await ProblemAsync(activity!, serviceUrls) is { } problem)
            return DirectLineErrors.BadRequest(problem);
        if (TurnOf(activity!) is not { } turn)
            return Results.Accepted();
        try
        {
            var result = await pipeline.RunAsync(turn, CancellationToken.None);
            return turn.RepliesInline ? await RepliesAsync(activity!, turn, result, store, mapping) : Results.Accepted();
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            failures.Report(failed);
            return DirectLineErrors.BotFailed();
        }
    }

    private static async Task<string?> ProblemAsync(Activity activity, ServiceUrls serviceUrls)
    {
        if (string.IsNullOrEmpty(activity.Type))
            return "The activity has no type.";
        if (activity.Conversation?.Id is not { Length: > 0 and <= 400 })
            return "The activity names no conversation.";
        if (activity.Type is not (ActivityTypes.Message or ActivityTypes.ConversationUpdate) || activity.DeliveryMode == "expectReplies")
            return null;
        return await serviceUrls.IsAllowedAsync(activity.ServiceUrl) ? null : "The activity's serviceUrl is not one that this service may call.";
    }

    // Null for what is taken and not answered: typing, unknown types, somebody leaving.
    private static Turn? TurnOf(Activity activity)
    {
        var conversation = $"{activity.ChannelId ?? "emulator"}|{activity.Conversation!.Id}";
        var turn = ActivityMapping.ToTurn(activity, conversation, activity.ChannelId ?? "emulator") with
        {
            ReplyAddress = activity.ServiceUrl is null ? null : JsonSerializer.Serialize(ConversationReference.Of(activity), ActivityJson.Wire.ConversationReference),
            RepliesInline = activity.DeliveryMode == "expectReplies",
        };
        return activity.Type switch
        {
            ActivityTypes.ConversationUpdate => IsSomebodyNew(activity) ? turn with { Type = TurnType.Start } : null,
            ActivityTypes.Message or ActivityTypes.EndOfConversation => turn,
            ActivityTypes.Event when turn.Type == TurnType.Language => turn,
            _ => null,
        };
    }

    // The bot itself is added too; only a person is greeted.
    private static bool IsSomebodyNew(Activity activity) =>
        activity.Properties is not null && activity.Properties.TryGetValue("membersAdded", out var added) && added.ValueKind == JsonValueKind.Array
        && added.EnumerateArray().Any(m => m.ValueKind == JsonValueKind.Object && m.TryGetProperty("id", out var id) && id.GetString() != activity.Recipient?.Id);

    private static async Task<IResult> RepliesAsync(Activity activity, Turn turn, TurnResult result, IConversationStore store, ActivityMapping mapping)
    {
        var reference = ConversationReference.Of(activity);
        var log = result.Replies ?? await store.MessagesAsync(turn.ConversationId, result.Sequence, 20, CancellationToken.None);
        var replies = log.Where(m => m.ReplyTo == result.Sequence).Select(m => mapping.ToConnector(m, reference)).ToList();
        return Results.Json(new ExpectedReplies(replies), ActivityJson.Wire.ExpectedReplies);
    }
}
