using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Clocks;
using EngagementBot.Content.Triage;

namespace EngagementBot.Casework.Triage;

/// <summary>Applies <c>dialogs/triage.yaml</c>.</summary>
public sealed class TriageOfficer(TriageRules rules, WorkingHours hours)
{
    private const int SameDay = 2;

    /// <summary>The most pressing rule decides; each rule that fits gives its reason, the most pressing first.
    /// What is ordinary is named only where nothing more pressing is, and a judgement as a whole only where no words tell why.</summary>
    public Judgement Judge(Evidence evidence, DateTimeOffset at)
    {
        var fitting = rules.Rules.Where(r => Fits(r, evidence)).OrderBy(r => r.Priority).ToList();
        var priority = fitting.Count == 0 ? 4 : fitting[0].Priority;
        var queue = fitting.FirstOrDefault(r => r.Queue is not null)?.Queue ?? "community";
        var reasons = Telling(fitting, priority).Select(r => new Reason(r.Id, Words(r, evidence))).ToList();
        var due = rules.Due[priority];
        return new Judgement(priority, queue, reasons, Due(at, due.FirstAnswer, due), Due(at, due.Resolution, due));
    }

    private DateTimeOffset Due(DateTimeOffset at, TimeSpan time, Due due) => due.RoundTheClock ? at + time : hours.Add(at, time);

    private static bool Fits(TriageRule rule, Evidence evidence) =>
        (rule.Kinds.Count == 0 || rule.Kinds.Contains(evidence.Kind))
        && (rule.Signals.Count == 0 || rule.Signals.Any(evidence.Signals.ContainsKey))
        && (rule.Topics.Count == 0 || rule.Topics.Intersect(evidence.Topics).Any())
        && (rule.Urgency is null || rule.Urgency == evidence.Urgency)
        && (rule.Sentiment is null || rule.Sentiment == evidence.Sentiment)
        && (!rule.Repeat || evidence.IsRepeat);

    private static IEnumerable<TriageRule> Telling(List<TriageRule> fitting, int priority)
    {
        var pressing = fitting.Where(r => r.Priority == priority || r.Priority <= SameDay).ToList();
        var hasWords = pressing.Exists(r => r.Signals.Count > 0);
        return pressing.Where(r => r.Priority == 1 || r.Signals.Count > 0 || r.Repeat || !hasWords && IsAboutSomething(r) || pressing.Count == 1);
    }

    private static bool IsAboutSomething(TriageRule rule) =>
        rule.Kinds.Count + rule.Topics.Count > 0 || rule.Urgency is not null || rule.Sentiment is not null;

    private static string Words(TriageRule rule, Evidence evidence)
    {
        var named = rule.Signals.Count == 0 ? evidence.Signals : evidence.Signals.Where(s => rule.Signals.Contains(s.Key));
        var words = string.Join(", ", named.Select(s => $"“{s.Value}”").Distinct());
        return rule.Reason.Replace("{words}", words.Length == 0 ? "see the text" : words, StringComparison.Ordinal);
    }
}
