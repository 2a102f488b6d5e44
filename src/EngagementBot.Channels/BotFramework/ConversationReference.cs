namespace EngagementBot.Channels.BotFramework;

/// <summary>Where a conversation is, so that the bot can write to it later. Name and shape as in Microsoft's SDK.</summary>
public sealed class ConversationReference
{
    public string? ActivityId { get; set; }
    public ChannelAccount? User { get; set; }
    public ChannelAccount? Bot { get; set; }
    public ConversationAccount? Conversation { get; set; }
    public string? ChannelId { get; set; }
    public string? ServiceUrl { get; set; }

    /// <summary>The reference of the conversation that this activity came from. The person's name is left out: nothing needs it.</summary>
    public static ConversationReference Of(Activity activity) => new()
    {
        User = activity.From is null ? null : new ChannelAccount { Id = activity.From.Id, Role = activity.From.Role, Properties = activity.From.Properties },
        Bot = activity.Recipient,
        Conversation = activity.Conversation,
        ChannelId = activity.ChannelId,
        ServiceUrl = activity.ServiceUrl,
    };

    /// <summary>Addresses an activity of the bot.</summary>
    public Activity Address(Activity activity)
    {
        activity.From = Bot ?? new ChannelAccount { Id = "bot", Role = "bot" };
        activity.Recipient = User;
        activity.Conversation = Conversation;
        activity.ChannelId = ChannelId;
        activity.ServiceUrl = ServiceUrl;
        return activity;
    }
}

/// <summary>The answer to <c>deliveryMode: expectReplies</c>.</summary>
public sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);
