namespace EngagementBot.Conversations.Store;

/// <summary>Rung by the store when a conversation has something new, so that an open stream hands it on at once.</summary>
public interface IConversationBell
{
    void Ring(string conversationId);
}
