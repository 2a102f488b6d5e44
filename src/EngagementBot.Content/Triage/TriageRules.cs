namespace EngagementBot.Content.Triage;

/// <summary><c>dialogs/triage.yaml</c>: from signals to priority, queue and due time. Each rule that fits gives its reason;
/// the most pressing priority wins, and sentiment never lowers one.</summary>
public sealed record TriageRules(IReadOnlyList<TriageRule> Rules, IReadOnlyDictionary<int, Due> Due);

/// <param name="Kinds">Empty for any kind.</param>
/// <param name="Signals">One of them must have been found; empty for any.</param>
/// <param name="Topics">One of them must have been asked about; empty for any.</param>
/// <param name="Urgency">The urgency of the analysis, 1 to 4; null for any.</param>
/// <param name="Sentiment"><c>negative</c> and the like; null for any.</param>
/// <param name="Repeat">True: only for one that adds to an earlier report of the same conversation.</param>
/// <param name="Priority">1 act now, 2 the same day, 3 ordinary, 4 everything else.</param>
/// <param name="Reason">What the officer reads; <c>{words}</c> are the resident's words that matched.</param>
public sealed record TriageRule(
    string Id, IReadOnlyList<string> Kinds, IReadOnlyList<string> Signals, IReadOnlyList<string> Topics, int? Urgency,
    string? Sentiment, bool Repeat, int Priority, string? Queue, string Reason);

/// <param name="FirstAnswer">Until an officer should have answered; working hours unless <paramref name="RoundTheClock"/>.</param>
/// <param name="Resolution">Until the case should be resolved.</param>
public sealed record Due(TimeSpan FirstAnswer, TimeSpan Resolution, bool RoundTheClock);
