using EngagementBot.Channels.BotFramework;
using EngagementBot.Channels.DirectLine;
using EngagementBot.Conversations.Store;

namespace EngagementBot.Web.DirectLine;

/// <summary>A conversation's log as activities, from a watermark on.</summary>
internal sealed class ConversationFeed(IConversationStore store, ActivityMapping mapping)
{
    private const int Page = 100;

    public async Task<ActivitySet> ReadAsync(string conversationId, long watermark, CancellationToken cancellationToken)
    {
        var messages = await store.MessagesAsync(conversationId, watermark, Page, cancellationToken);
        var last = messages.Count == 0 ? watermark : messages[^1].Sequence;
        return new ActivitySet([.. messages.Where(m => IsShown(m.Type)).Select(mapping.ToActivity)], Watermark.Of(last));
    }

    /// <summary>The same one by one, for a stream: Microsoft's client hands on the activities of a set one after the other in its own time,
    /// and those of the next set in between.</summary>
    public async Task<IReadOnlyList<ActivitySet>> ReadSinglyAsync(string conversationId, long watermark, CancellationToken cancellationToken)
    {
        var messages = await store.MessagesAsync(conversationId, watermark, Page, cancellationToken);
        return [.. messages.Select(m => new ActivitySet(IsShown(m.Type) ? [mapping.ToActivity(m)] : [], Watermark.Of(m.Sequence)))];
    }

    // The manual: conversationUpdate is not sent to clients. What was wiped is not, either.
    private static bool IsShown(string type) => type is not (ActivityTypes.ConversationUpdate or "forgotten");
}
