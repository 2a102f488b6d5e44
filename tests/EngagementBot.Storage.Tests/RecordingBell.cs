using System.Collections.Concurrent;
using EngagementBot.Conversations.Store;

namespace EngagementBot.Storage.Tests;

public sealed class RecordingBell : IConversationBell
{
    private readonly ConcurrentQueue<string> _rung = [];

    public IReadOnlyCollection<string> Rung => _rung;

    public void Ring(string conversationId) => _rung.Enqueue(conversationId);
}
