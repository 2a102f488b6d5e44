namespace EngagementBot.Content.Locales;

/// <summary>Reads <c>replies.yaml</c>: id, title and text of each ready reply.</summary>
internal static class RepliesReader
{
    public static Dictionary<string, ReplyEntry> Read(string file, Problems problems)
    {
        var replies = Yaml.ReadFile<Dictionary<string, ReplyEntry>>(file, problems) ?? [];
        foreach (var (id, reply) in replies)
        {
            if (string.IsNullOrWhiteSpace(reply.Title) || string.IsNullOrWhiteSpace(reply.Text))
                problems.Add(file, 0, $"The reply \"{id}\" lacks its title or its text.", "Write both: the officer picks the title, the resident reads the text.");
        }
        return replies;
    }
}

internal sealed class ReplyEntry
{
    public string Title { get; set; } = "";
    public string Text { get; set; } = "";

    public Template Template => new(Text.Trim());
}

/// <summary>A ready reply for officers.</summary>
/// <param name="Id">The same in every language.</param>
/// <param name="Title">What the officer picks.</param>
/// <param name="Text">What the resident reads; a blank in braces is filled in by the officer.</param>
public sealed record ReadyReply(string Id, string Title, string Text);
