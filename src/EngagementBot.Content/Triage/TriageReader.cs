using System.Globalization;

namespace EngagementBot.Content.Triage;

/// <summary>Reads <c>dialogs/triage.yaml</c>.</summary>
internal static class TriageReader
{
    public static TriageRules? Read(string file, Problems problems)
    {
        if (Yaml.ReadFile<Document>(file, problems) is not { } document)
            return null;
        foreach (var rule in document.Rules.Where(r => r.Priority is < 1 or > 4 || r.Reason.Length == 0))
            problems.Add(file, 1, $"Rule \"{rule.Id}\" lacks a priority from 1 to 4 or a reason.", "Give it both.");
        for (var priority = 1; priority <= 4; priority++)
        {
            if (!document.Due.ContainsKey(priority))
                problems.Add(file, 1, $"\"due\" says nothing of priority {priority}.", "Add first-answer and resolution, such as 8h.");
        }
        return new TriageRules(
            [.. document.Rules.Select(r => new TriageRule(
                r.Id, r.Kinds, r.Signals, r.Topics, r.Urgency, r.Sentiment, r.Repeat, r.Priority, r.Queue, r.Reason))],
            document.Due.ToDictionary(d => d.Key, d => new Due(
                Hours(file, d.Value.FirstAnswer, problems), Hours(file, d.Value.Resolution, problems), d.Value.RoundTheClock)));
    }

    private static TimeSpan Hours(string file, string text, Problems problems)
    {
        if (text.EndsWith('h') && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours > 0)
            return TimeSpan.FromHours(hours);
        problems.Add(file, 1, $"\"{text}\" is not a time.", "Write whole hours: 8h.");
        return TimeSpan.FromHours(1);
    }

    private sealed class Document
    {
        public List<RuleEntry> Rules { get; set; } = [];
        public Dictionary<int, DueEntry> Due { get; set; } = [];
    }

    private sealed class RuleEntry
    {
        public string Id { get; set; } = "";
        public List<string> Kinds { get; set; } = [];
        public List<string> Signals { get; set; } = [];
        public List<string> Topics { get; set; } = [];
        public int? Urgency { get; set; }
        public string? Sentiment { get; set; }
        public bool Repeat { get; set; }
        public int Priority { get; set; }
        public string? Queue { get; set; }
        public string Reason { get; set; } = "";
    }

    private sealed class DueEntry
    {
        public string FirstAnswer { get; set; } = "";
        public string Resolution { get; set; } = "";
        public bool RoundTheClock { get; set; }
    }
}
