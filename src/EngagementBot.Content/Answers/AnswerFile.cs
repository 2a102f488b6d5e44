using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EngagementBot.Content.Locales;

namespace EngagementBot.Content.Answers;

/// <summary>An answer as it stands in its file, for every agency: before facts are put in and blocks chosen.</summary>
internal sealed partial class AnswerFile
{
    public required string File { get; init; }
    public required string Topic { get; init; }
    public required FrontMatter Front { get; init; }
    public required DateOnly Reviewed { get; init; }
    public required Template Short { get; init; }

    /// <summary>The pieces of the body in order; an empty list of conditions is always shown.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Identifies what the text says, so that a translation knows whether it is still up to date.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Front.Title, Front.Short, string.Join('\n', Blocks.Select(b => string.Join(' ', b.Conditions) + b.Text.Source))))))[..12];

    public IEnumerable<(Template Text, int Line)> Texts => Blocks.Select(b => (b.Text, b.Line))
        .Concat(Front.Sources.SelectMany(s => new[] { s.Title, s.Url }).Select(t => (new Template(t), 1))).Prepend((Short, 1));

    public static AnswerFile? Read(string file, Problems problems)
    {
        var lines = System.IO.File.ReadAllLines(file);
        var end = lines.Length > 0 && lines[0].Trim() == "---" ? Array.FindIndex(lines, 1, l => l.Trim() == "---") : -1;
        if (end < 0)
        {
            problems.Add(file, 1, "The front matter is missing.", "Begin the file with ---, the keys of locales/README.md, and --- again.");
            return null;
        }
        if (Yaml.Read<FrontMatter>(file, string.Join('\n', lines[1..end]), 1, problems) is not { } front)
            return null;
        var reviewed = ReadReviewed(file, front, problems);
        Require(file, front, problems);
        return new AnswerFile
        {
            File = file,
            Topic = Path.GetFileNameWithoutExtension(file),
            Front = front,
            Reviewed = reviewed,
            Short = new Template(front.Short.Trim()),
            Blocks = Body(file, lines, end + 1, problems),
        };
    }

    private static DateOnly ReadReviewed(string file, FrontMatter front, Problems problems)
    {
        if (DateOnly.TryParseExact(front.Reviewed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        problems.Add(file, 1, $"\"reviewed: {front.Reviewed}\" is not a date.", "Write it as 2026-11-22.");
        return default;
    }

    private static void Require(string file, FrontMatter front, Problems problems)
    {
        if (front.Title.Length == 0)
            problems.Add(file, 1, "\"title\" is missing.", "Write the question in a resident's words.");
        if (front.Short.Length == 0)
            problems.Add(file, 1, "\"short\" is missing.", "Write the answer for text messages, at most 200 characters.");
        if (front.Questions.Count == 0)
            problems.Add(file, 1, "\"questions\" is missing.", "List at least 20 questions as residents type them.");
        if (front.Sources.Count == 0)
            problems.Add(file, 1, "\"sources\" is missing.", "Name one to four sources with title and url.");
        if (front.Status is not ("draft" or "approved"))
            problems.Add(file, 1, $"\"status: {front.Status}\" is unknown.", "Write draft or approved.");
        if (front.Status == "approved" && string.IsNullOrWhiteSpace(front.ApprovedBy))
            problems.Add(file, 1, "The answer is approved, but \"approved_by\" is missing.", "Say who at the agency approved it.");
    }

    private static List<Block> Body(string file, string[] lines, int from, Problems problems)
    {
        var blocks = new List<Block>();
        var text = new StringBuilder();
        string[] conditions = [];
        var start = from;
        for (var i = from; i < lines.Length; i++)
        {
            if (Fence().Match(lines[i]) is not { Success: true } fence)
            {
                text.AppendLine(lines[i]);
                continue;
            }
            Close(i);
            var named = fence.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (named.Length > 0 == conditions.Length > 0)
                problems.Add(file, i + 1, "A ::: does not fit the one before.", "Open a block with ::: and its conditions, close it with ::: alone.");
            foreach (var unknown in named.Except(Block.KnownConditions))
                problems.Add(file, i + 1, $"The condition \"{unknown}\" is unknown.", $"Use {string.Join(", ", Block.KnownConditions)}.");
            conditions = named;
            start = i + 1;
        }
        if (conditions.Length > 0)
            problems.Add(file, start, "The block is not closed.", "Write ::: on a line of its own after it.");
        Close(lines.Length);
        if (blocks.Count == 0)
            problems.Add(file, from, "The answer has no text.", "Write it below the front matter.");
        return blocks;

        void Close(int line)
        {
            if (!string.IsNullOrWhiteSpace(text.ToString()))
                blocks.Add(new Block(conditions, new Template(text.ToString().Trim()), Math.Min(start + 1, line)));
            text.Clear();
        }
    }

    [GeneratedRegex(@"^\s*:::\s*(.*?)\s*$")]
    private static partial Regex Fence();
}

internal sealed record Block(IReadOnlyList<string> Conditions, Template Text, int Line)
{
    public static readonly string[] Models = ["JEM", "WSO", "TFM"];
    public static readonly string[] KnownConditions = ["none", "considering", .. Models, "unknown"];

    public bool IsShown(IReadOnlyList<string> agency) => Conditions.Count == 0 || Conditions.Intersect(agency).Any();
}

internal sealed class FrontMatter
{
    public string Title { get; set; } = "";
    public List<string> Questions { get; set; } = [];
    public string Short { get; set; } = "";
    public List<string> Related { get; set; } = [];
    public List<SourceEntry> Sources { get; set; } = [];
    public string Reviewed { get; set; } = "";
    public string Status { get; set; } = "";

    [YamlDotNet.Serialization.YamlMember(Alias = "approved_by", ApplyNamingConventions = false)]
    public string? ApprovedBy { get; set; }

    public bool Counsel { get; set; }
    public string? Of { get; set; }
}

internal sealed class SourceEntry
{
    public string Title { get; set; } = "";
    public string Url { get; set; } = "";
}
