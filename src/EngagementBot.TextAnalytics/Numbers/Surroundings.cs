using System.Runtime.InteropServices;

namespace EngagementBot.TextAnalytics.Numbers;

/// <summary>What the words beside each place of a text say; many readings of one number ask for the same place, which is read once.</summary>
internal sealed class Surroundings(string text)
{
    private readonly Dictionary<int, string?> _before = [];
    private readonly Dictionary<int, string?> _after = [];

    public string Text => text;

    /// <summary>The kind that the words beside the number name, those before it first; null if none.</summary>
    public string? Kind(int start, int end) =>
        Once(_before, start, NumberWords.Known.KindBefore) ?? Once(_after, end, NumberWords.Known.KindAfter);

    private string? Once(Dictionary<int, string?> read, int at, Func<string, int, string?> kind)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(read, at, out var exists);
        return exists ? known : known = kind(text, at);
    }
}
