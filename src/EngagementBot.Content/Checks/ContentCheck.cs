using EngagementBot.Content.Agencies;
using EngagementBot.Content.Answers;

namespace EngagementBot.Content.Checks;

/// <summary>The closer look of the command <c>check</c>: all that a start refuses, and what an editor should know besides.</summary>
public static class ContentCheck
{
    /// <param name="stamp">Writes into each translation which English text it follows, before looking.</param>
    /// <exception cref="DirectoryNotFoundException">There is no <c>dialogs</c> folder.</exception>
    public static CheckReport Run(string folder, Agency agency, DateOnly today, bool stamp)
    {
        if (stamp)
            Stamp(folder, agency);
        var reader = new ContentReader(folder, agency);
        var library = reader.TryRead();
        var unwanted = UnwantedSources(folder);
        foreach (var answer in reader.AnswerFiles.Values.SelectMany(a => a.Values))
            new AnswerCheck(reader, unwanted, today).Check(answer);
        foreach (var (tag, texts) in reader.Texts)
            CarrierKeywords.Check(Path.Combine(folder, "locales", tag, "strings.json"), texts, reader.Problems);
        new QuestionCheck(reader).Check();
        return new CheckReport(
            reader.Problems.Found, reader.AnswerFiles.Select(a => Summary(reader, library, a.Key, a.Value.Values)).ToList(),
            [.. reader.AnswerFiles.Values.SelectMany(a => a.Values).Where(a => a.Front.Counsel && a.Front.Status == "draft").Select(a => a.File)]);
    }

    private static LocaleSummary Summary(ContentReader reader, ContentLibrary? library, string tag, IReadOnlyCollection<AnswerFile> answers) => new(
        tag, reader.Texts[tag].Count, answers.Count, answers.Count(a => a.Front.Status == "approved"), answers.Sum(a => a.Front.Questions.Count),
        library?.Locales[tag].Answers.Values.Select(a => SmsSegments.Of(a.Short).Segments).DefaultIfEmpty().Max() ?? 0);

    private static void Stamp(string folder, Agency agency)
    {
        var reader = new ContentReader(folder, agency);
        reader.TryRead();
        if (!reader.AnswerFiles.TryGetValue(ContentLibrary.ReferenceTag, out var reference))
            return;
        foreach (var answer in reader.AnswerFiles.Where(a => a.Key != ContentLibrary.ReferenceTag).SelectMany(a => a.Value.Values))
        {
            if (reference.TryGetValue(answer.Topic, out var original) && answer.Front.Of != original.Hash)
                Stamp(answer.File, original.Hash);
        }
    }

    private static void Stamp(string file, string hash)
    {
        var lines = File.ReadAllLines(file).ToList();
        var end = lines.FindIndex(1, l => l.Trim() == "---");
        var old = lines.FindIndex(1, end, l => l.StartsWith("of:", StringComparison.Ordinal));
        if (old >= 0)
            lines[old] = $"of: {hash}";
        else
            lines.Insert(end, $"of: {hash}");
        File.WriteAllText(file, string.Join('\n', lines) + "\n");
    }

    private static HashSet<string> UnwantedSources(string folder)
    {
        var file = Path.Combine(folder, "locales", "unwanted-sources.txt");
        return !File.Exists(file) ? [] : [.. File.ReadAllLines(file).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#')];
    }
}

/// <param name="ForCounsel">Draft answers that a lawyer should look at.</param>
public sealed record CheckReport(IReadOnlyList<ContentProblem> Problems, IReadOnlyList<LocaleSummary> Locales, IReadOnlyList<string> ForCounsel);

/// <param name="MostSegments">Of the longest answer as text message.</param>
public sealed record LocaleSummary(string Tag, int Texts, int Answers, int Approved, int Questions, int MostSegments);
