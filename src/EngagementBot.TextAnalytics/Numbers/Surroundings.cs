using System.Runtime.InteropServices;

namespace EngagementBot.TextAnalytics.Numbers;

/// <summary>What the words beside each place of a text say; many readings of one number ask for the same place, which is read once.</summary>
internal sealed class Surroundings(string text)
{
    private readonly Dictionary<int, string?> _before = [];
    private readonly Dictionary<int, string?> _after = [];

    public string Text => text;

    /// <summary>The kind that the words beside the number name, those before it first; null if none. A case or a file before it leaves that to what
    /// stands behind: "case 20439911 is my A number".</summary>
    public string? Kind(int start, int end)
    {
        var before = Once(_before, start, NumberWords.Known.KindBefore);
        return before is null or NumberWords.FileNumber or NumberWords.CaseNumber ? Once(_after, end, NumberWords.Known.KindAfter) ?? before : before;
    }

    private string? Once(Dictionary<int, string?> read, int at, Func<string, int, string?> kind)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(read, at, out var exists);
        return exists ? known : known = kind(text, at);
    }
}
