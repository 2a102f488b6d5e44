using System.Text.Encodings.Web;
using System.Text.Json;

namespace EngagementBot.Benchmarks;

/// <summary>The questions of the answers, in every language that there is, as messages.lua reads them.</summary>
internal sealed class Questions
{
    private static readonly JsonSerializerOptions AsTyped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(string Language, string Text)> _all;

    private Questions(List<(string Language, string Text)> all, string file) => (_all, File) = (all, file);

    public string File { get; }

    public int Languages => _all.Select(q => q.Language).Distinct().Count();

    /// <param name="locales">The folder of the languages.</param>
    /// <param name="file">Written, for wrk.</param>
    public static Questions Collect(string locales, string file)
    {
        var all = Directory.EnumerateFiles(locales, "*.md", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == "answers").Order(StringComparer.Ordinal)
            .SelectMany(f => Of(f).Select(q => (Language(f), q))).ToList();
        System.IO.File.WriteAllLines(file, all.Select(q => $"{q.Item1}\t{Escaped(q.q)}"));
        return new Questions(all, file);
    }

    /// <summary>So many, evenly from all.</summary>
    public IEnumerable<(string Language, string Text)> Sample(int count) => _all.Where((_, at) => at % Math.Max(1, _all.Count / count) == 0);

    private static string Language(string file) => Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file)))!;

    private static IEnumerable<string> Of(string file) => System.IO.File.ReadLines(file)
        .SkipWhile(l => l != "questions:").Skip(1)
        .TakeWhile(l => l.StartsWith("  - ", StringComparison.Ordinal))
        .Select(l => l[4..].Trim('"'));

    private static string Escaped(string text) => JsonSerializer.Serialize(text, AsTyped)[1..^1];
}
