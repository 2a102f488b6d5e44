using System.Globalization;
using EngagementBot.Content.Agencies;
using EngagementBot.Content.Answers;
using EngagementBot.Content.Locales;

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
        {
            var file = Path.Combine(folder, "locales", tag, "strings.json");
            CarrierKeywords.Check(file, texts, reader.Problems);
            CheckForms(file, tag, texts, reader);
        }
        new QuestionCheck(reader).Check();
        var grades = Grades(reader, folder);
        return new CheckReport(
            reader.Problems.Found, grades, reader.AnswerFiles.Select(a => Summary(reader, library, a.Key, a.Value.Values)).ToList(),
            [.. reader.AnswerFiles.Values.SelectMany(a => a.Values).Where(a => a.Front.Counsel && a.Front.Status == "draft").Select(a => a.File)]);
    }

    private static void CheckForms(string file, string tag, Dictionary<string, Text> texts, ContentReader reader)
    {
        foreach (var (key, text) in texts.Where(t => reader.Texts[ContentLibrary.ReferenceTag].GetValueOrDefault(t.Key)?.IsPlural == true))
        {
            foreach (var missing in PluralRules.Categories(tag).Where(c => !text.HasForm(c)))
                reader.Problems.Add(file, text.Line, $"\"{key}\" has no form \"{missing}\".", "This language has it for some numbers (Unicode CLDR): add it.");
        }
    }

    private static ReadingGrades Grades(ContentReader reader, string folder)
    {
        var grades = reader.AnswerFiles.GetValueOrDefault(ContentLibrary.ReferenceTag, []).Values.Select(Readability.Grade).Order().ToList();
        if (grades.Count == 0)
            return new ReadingGrades(0, 0);
        var median = grades[grades.Count / 2];
        if (median > Readability.HighestMedian)
            reader.Problems.Add(
                Path.Combine(folder, "locales", ContentLibrary.ReferenceTag, "answers"), 0,
                string.Create(CultureInfo.InvariantCulture, $"Half of the answers ask for more than {median:0.0} years of school."), $"Make them plainer: at most {Readability.HighestMedian}.");
        return new ReadingGrades(Math.Round(median, 1), Math.Round(grades[^1], 1));
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
/// <param name="English">How plain the English answers are.</param>
public sealed record CheckReport(
    IReadOnlyList<ContentProblem> Problems, ReadingGrades English, IReadOnlyList<LocaleSummary> Locales, IReadOnlyList<string> ForCounsel);

/// <summary>Years of school that the answers ask for (Flesch-Kincaid grade).</summary>
public sealed record ReadingGrades(double Median, double Highest);

/// <param name="MostSegments">Of the longest answer as text message.</param>
public sealed record LocaleSummary(string Tag, int Texts, int Answers, int Approved, int Questions, int MostSegments);
