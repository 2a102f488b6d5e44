using System.Collections.Concurrent;
using EngagementBot.Conversations.Store;

namespace EngagementBot.Web.Hosting;

/// <summary>Wakes the streams of a conversation in this process. Other processes find out by looking.</summary>
internal sealed class ConversationBell : IConversationBell
{
    private readonly ConcurrentDictionary<string, List<Action>> _listeners = new();

    public void Ring(string conversationId)
    {
        if (!_listeners.TryGetValue(conversationId, out var listeners))
            return;
        lock (listeners)
        {
            foreach (var listener in listeners)
                listener();
        }
    }

    /// <summary>Disposing ends it.</summary>
    public IDisposable Listen(string conversationId, Action listener)
    {
        while (true)
        {
            var listeners = _listeners.GetOrAdd(conversationId, _ => []);
            lock (listeners)
            {
                // Another stream may just have removed the list.
                if (!_listeners.TryGetValue(conversationId, out var current) || current != listeners)
                    continue;
                listeners.Add(listener);
                return new Listening(this, conversationId, listeners, listener);
            }
        }
    }

    private sealed class Listening(ConversationBell bell, string conversationId, List<Action> listeners, Action listener) : IDisposable
    {
        public void Dispose()
        {
            lock (listeners)
            {
                listeners.Remove(listener);
                if (listeners.Count == 0)
                    bell._listeners.TryRemove(conversationId, out _);
            }
        }
    }
}
