using EngagementBot.Content;
using EngagementBot.Content.Agencies;
using EngagementBot.Content.Checks;

namespace EngagementBot.Tests.Content;

/// <summary>A folder with the repository's dialogs and English texts, one answer, and nothing wrong; a test then changes one thing.</summary>
internal sealed class SmallContent : IDisposable
{
    public const string Answer = "locales/en/answers/program.what.md";
    public const string Strings = "locales/en/strings.json";
    public const string Language = "locales/en/language.yaml";

    public static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly string[] Kinds = ["concern", "complaint", "praise", "emergency", "human", "status", "greeting", "thanks", "offtopic", "stop"];
    private static readonly string[] Commands = ["menu", "help", "back", "skip", "yes", "no", "leave", "erase", "change", "unknown"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagementbot-");

    public SmallContent()
    {
        Directory.CreateDirectory(Path("dialogs"));
        foreach (var dialog in Directory.GetFiles(Repository("dialogs")))
            File.Copy(dialog, Path("dialogs/" + System.IO.Path.GetFileName(dialog)));
        Add("en", "ltr", "en-US");
        Write(Answer, AnswerText());
    }

    /// <summary>Adds a language that says everything in English.</summary>
    public SmallContent Add(string tag, string direction, string culture, string more = "")
    {
        Write($"locales/{tag}/language.yaml", $"""
            name: Name of {tag}
            englishName: {tag}
            direction: {direction}
            culture: {culture}
            kinds:
            {string.Concat(Kinds.Select(k => $"  {k}: [example of {k}]\n"))}
            commands:
            {string.Concat(Commands.Select(c => $"  {c}: [word for {c}]\n"))}
            stop: [no more of {tag}]
            start: [again of {tag}]
            choices: [[one of {tag}], [two of {tag}]]
            {more}
            """);
        File.Copy(Repository(Strings), Path($"locales/{tag}/strings.json"));
        Write($"locales/{tag}/replies.yaml", "received:\n  title: Received\n  text: We read {number}. Call {agency.phone}.\n");
        if (tag != "en")
            Write($"locales/{tag}/answers/program.what.md", AnswerText(translated: true));
        return this;
    }

    public static string AnswerText(
        string body = "It is an agreement.", string title = "What is it?", string shortText = "An agreement.", string front = "", int questions = 20, bool translated = false,
        string sources = "  - title: ICE\n    url: https://www.ice.gov/287g", string reviewed = "2026-11-22", string status = "draft") => $"""
        ---
        title: {title}
        questions:
        {string.Join('\n', Enumerable.Range(0, questions).Select(i => $"  - {(translated ? "t" : "q")}{i}a {(translated ? "t" : "q")}{i}b"))}
        short: {shortText}
        sources:
        {sources}
        reviewed: {reviewed}
        status: {status}
        {front}
        ---
        {body}
        """;

    public SmallContent Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(file))!);
        File.WriteAllText(Path(file), text);
        return this;
    }

    public SmallContent Replace(string file, string old, string by)
    {
        var text = File.ReadAllText(Path(file));
        text.ShouldContain(old);
        File.WriteAllText(Path(file), text.Replace(old, by, StringComparison.Ordinal));
        return this;
    }

    public SmallContent Delete(string file)
    {
        File.Delete(Path(file));
        return this;
    }

    public string Read(string file) => File.ReadAllText(Path(file));

    /// <summary>The line, from 1, on which this stands.</summary>
    public int LineOf(string file, string text) => 1 + Array.FindIndex(File.ReadAllLines(Path(file)), l => l.Contains(text, StringComparison.Ordinal));

    public ContentLibrary Load(Agency? agency = null) => ContentLibrary.Load(_folder.FullName, agency ?? Agency());

    /// <summary>What a start refuses, with the file relative to the folder.</summary>
    public IReadOnlyList<ContentProblem> Refused() => Relative(Should.Throw<ContentException>(() => Load()).Problems);

    /// <summary>What the command <c>check</c> finds.</summary>
    public IReadOnlyList<ContentProblem> Found(bool stamp = false) => Relative(ContentCheck.Run(_folder.FullName, Agency(), Today, stamp).Problems);

    public static Agency Agency(Participation participation = Participation.Unknown, string[]? models = null, params (string Field, string Text)[] texts) => new()
    {
        TimeZone = "America/Chicago",
        Participation = participation,
        Models = models ?? [],
        Texts = texts.Append(("name", "Test County Sheriff")).ToDictionary(
            t => t.Item1, t => (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { [""] = t.Item2 }),
    };

    public void Dispose() => _folder.Delete(recursive: true);

    private List<ContentProblem> Relative(IEnumerable<ContentProblem> problems) =>
        [.. problems.Select(p => p with { File = System.IO.Path.GetRelativePath(_folder.FullName, p.File).Replace('\\', '/') })];

    private string Path(string file) => System.IO.Path.Combine(_folder.FullName, file);

    private static string Repository(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder!.FullName, "EngagementBot.sln")))
            folder = folder.Parent;
        return System.IO.Path.Combine(folder.FullName, path);
    }
}
