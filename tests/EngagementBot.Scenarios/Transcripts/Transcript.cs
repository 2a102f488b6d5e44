namespace EngagementBot.Scenarios.Transcripts;

/// <summary>A conversation as an officer or a translator writes it down; how is told in <c>Transcripts/README.md</c>.</summary>
internal sealed class Transcript
{
    private Transcript(string name, IReadOnlyDictionary<string, string> settings, IReadOnlyList<TranscriptLine> lines) =>
        (Name, Settings, Lines) = (name, settings, lines);

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Transcripts");

    public string Name { get; }

    public string Language => Settings.GetValueOrDefault("language", "en");

    public string Agency => Settings.GetValueOrDefault("agency", "WSO");

    /// <summary>The resident texts from a phone instead of the page.</summary>
    public bool IsByText => Settings.GetValueOrDefault("channel") == "sms";

    public IReadOnlyList<TranscriptLine> Lines { get; }

    private IReadOnlyDictionary<string, string> Settings { get; }

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.txt", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal);

    public static Transcript Read(string name)
    {
        var settings = new Dictionary<string, string>();
        var lines = new List<TranscriptLine>();
        foreach (var (text, number) in File.ReadLines(Path.Combine(Folder, name)).Select((t, i) => (t.Trim(), i + 1)))
        {
            if (text.Length == 0 || text[0] == '#')
                continue;
            if (TranscriptLine.Read(text, number) is { } line)
                lines.Add(line);
            else if (lines.Count == 0 && text.Split(':', 2, StringSplitOptions.TrimEntries) is [var key and ("language" or "agency" or "channel"), var value])
                settings[key] = value;
            else
                throw new FormatException($"{name}:{number}: \"{text}\" is no line of a transcript. Lines begin with >, <, !, [, = or #; before them stand language:, agency: and channel:.");
        }
        return new Transcript(name, settings, lines);
    }
}
