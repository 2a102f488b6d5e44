using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Clocks;
using EngagementBot.Content.Triage;

namespace EngagementBot.Casework.Triage;

/// <summary>Applies <c>dialogs/triage.yaml</c>.</summary>
public sealed class TriageOfficer(TriageRules rules, WorkingHours hours)
{
    /// <summary>The most pressing rule decides; each rule that fits gives its reason, the most pressing first.
    /// The rules that fit everything are named only where no other fits.</summary>
    public Judgement Judge(Evidence evidence, DateTimeOffset at)
    {
        var fitting = rules.Rules.Where(r => Fits(r, evidence)).OrderBy(r => r.Priority).ToList();
        var priority = fitting.Count == 0 ? 4 : fitting[0].Priority;
        var queue = fitting.FirstOrDefault(r => r.Queue is not null)?.Queue ?? "community";
        var telling = fitting.Where(IsTelling).ToList();
        var reasons = (telling.Count > 0 ? telling : fitting).Select(r => new Reason(r.Id, Words(r, evidence))).ToList();
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

    private static bool IsTelling(TriageRule rule) =>
        rule.Kinds.Count + rule.Signals.Count + rule.Topics.Count > 0 || rule.Urgency is not null || rule.Sentiment is not null || rule.Repeat;

    private static string Words(TriageRule rule, Evidence evidence)
    {
        var named = rule.Signals.Count == 0 ? evidence.Signals : evidence.Signals.Where(s => rule.Signals.Contains(s.Key));
        var words = string.Join(", ", named.Select(s => $"“{s.Value}”").Distinct());
        return rule.Reason.Replace("{words}", words.Length == 0 ? "see the text" : words, StringComparison.Ordinal);
    }
}
