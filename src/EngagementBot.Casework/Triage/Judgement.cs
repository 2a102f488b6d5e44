using EngagementBot.Casework.Cases;

namespace EngagementBot.Casework.Triage;

/// <summary>How pressing a case is, where it goes and by when somebody should answer.</summary>
public sealed record Judgement(
    int Priority, string Queue, IReadOnlyList<Reason> Reasons, DateTimeOffset FirstAnswerDue, DateTimeOffset ResolutionDue);

/// <summary>What triage knows of a case before it is filed.</summary>
/// <param name="Signals">By signal, the resident's words in which it was found.</param>
/// <param name="Urgency">1 to 4, as the analysis judged it.</param>
/// <param name="IsRepeat">The same conversation filed or looked up a case before.</param>
public sealed record Evidence(
    string Kind, IReadOnlyDictionary<string, string> Signals, IReadOnlyList<string> Topics, string Sentiment, int Urgency, bool IsRepeat);
