using System.Text.Json;
using EngagementBot.Channels.BotFramework;
using EngagementBot.Channels.DirectLine;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.TextAnalytics;
using EngagementBot.Web.Settings;

namespace EngagementBot.Web.DirectLine;

/// <summary>Where activities of the wire become turns, and messages of the log become activities.</summary>
internal sealed class ActivityMapping(ServiceSettings settings)
{
    /// <summary>What is kept of a client's own properties, in characters of JSON.</summary>
    private const int LongestEnvelope = 4096;

    private readonly string _botName = settings.Agency.Name;

    public static Turn ToTurn(Activity activity, string conversationId, string channel) => new()
    {
        ConversationId = conversationId,
        Channel = channel,
        Key = Key(activity) ?? DirectLineTokens.NewId("turn-"),
        Type = activity.Type switch
        {
            ActivityTypes.Message => TurnType.Message,
            ActivityTypes.EndOfConversation => TurnType.End,
            ActivityTypes.Event when activity.Name == "language" => TurnType.Language,
            _ => TurnType.Other,
        },
        Text = activity.Type == ActivityTypes.Event ? activity.Value?.ToString() ?? "" : activity.Text ?? "",
        LocaleHint = activity.Locale,
        HasAttachments = activity.Attachments is { Count: > 0 },
        Envelope = Envelope(activity),
    };

    public Activity ToActivity(Message message)
    {
        var activity = message.Envelope is { } envelope ? JsonSerializer.Deserialize(envelope, ActivityJson.Wire.Activity)! : new Activity();
        activity.Type = message.Type;
        activity.Id = Watermark.ActivityId(message.ConversationId, message.Sequence);
        activity.Timestamp = message.At;
        activity.ChannelId = "directline";
        activity.Conversation = new ConversationAccount { Id = message.ConversationId };
        activity.Locale ??= message.Language;
        if (message.Type == ActivityTypes.Message)
            activity.Text = message.Text;
        return message.IsFromResident ? activity : FromBot(activity, message);
    }

    /// <summary>A reply as the Bot Connector sends it on: addressed, and answering the activity that the channel knows.</summary>
    public Activity ToConnector(Message message, ConversationReference reference)
    {
        var activity = reference.Address(ToActivity(message));
        activity.ReplyToId = message.ReplyToKey;
        return activity;
    }

    private Activity FromBot(Activity activity, Message message)
    {
        activity.From = new ChannelAccount { Id = "bot", Name = _botName, Role = "bot" };
        activity.TextFormat = "markdown";
        activity.Locale = message.Language;
        activity.InputHint = "acceptingInput";
        activity.ReplyToId = message.ReplyTo is { } sequence ? Watermark.ActivityId(message.ConversationId, sequence) : null;
        if (message.Suggestions.Count > 0)
            activity.SuggestedActions = new SuggestedActions { Actions = [.. message.Suggestions.Select(CardAction.ImBack)] };
        return activity;
    }

    // On Direct Line the client's own id says that a message is the same one again; elsewhere the activity's.
    private static string? Key(Activity activity) => ClientActivityId(activity) is { Length: > 0 and <= 200 } id ? id : activity.Id is { Length: > 0 and <= 200 } own ? own : null;

    private static string? ClientActivityId(Activity activity)
    {
        if (activity.ChannelData is not { ValueKind: JsonValueKind.Object } data)
            return null;
        return (data.TryGetProperty("clientActivityID", out var id) || data.TryGetProperty("clientActivityId", out id)) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
    }

    // What the client wants back with its message. Not the words, not the person's name; and nothing at all where a personal number hides in it.
    private static string Envelope(Activity activity)
    {
        var kept = new Activity
        {
            From = new ChannelAccount { Id = activity.From?.Id, Role = "user" },
            Locale = activity.Locale,
            TextFormat = activity.TextFormat,
            Name = activity.Name,
            ChannelData = activity.ChannelData,
            Properties = activity.Properties?.Where(p => p.Key is not ("summary" or "speak")).ToDictionary(),
        };
        var json = JsonSerializer.Serialize(kept, ActivityJson.Wire.Activity);
        // Random ids look like a number now and then.
        var words = new[] { ClientActivityId(activity), activity.From?.Id }.OfType<string>().Where(id => id.Length > 0).Aggregate(json, (left, id) => left.Replace(id, "", StringComparison.Ordinal));
        if (json.Length <= LongestEnvelope && PersonalNumbers.Mask(words).Kinds.Count == 0)
            return json;
        kept.Properties = null;
        kept.ChannelData = ClientActivityId(activity) is { } own
            ? JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["clientActivityID"] = own })
            : null;
        return JsonSerializer.Serialize(kept, ActivityJson.Wire.Activity);
    }
}
