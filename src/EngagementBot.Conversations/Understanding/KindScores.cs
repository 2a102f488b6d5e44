namespace EngagementBot.Conversations.Understanding;

/// <summary>How likely each kind is.</summary>
internal sealed class KindScores
{
    private readonly Dictionary<string, float> _scores = [];

    public KindScores(IReadOnlyList<string> labels, IReadOnlyList<float> scores)
    {
        for (var at = 0; at < labels.Count; at++)
        {
            var kind = labels[at] is KindModel.Acting or KindModel.Serious ? "complaint" : labels[at];
            _scores[kind] = _scores.GetValueOrDefault(kind) + scores[at];
            if (labels[at] == KindModel.Acting)
                Acting = scores[at];
            else if (labels[at] == KindModel.Serious)
                Serious = scores[at];
        }
    }

    public string Best => BestOf(_scores.Keys);

    /// <summary>How likely it is a complaint of what officers are doing at this moment; a part of <c>complaint</c>.</summary>
    public float Acting { get; }

    /// <summary>How likely it is a complaint of serious misconduct; another part of <c>complaint</c>.</summary>
    public float Serious { get; }

    public float this[string kind] => _scores.GetValueOrDefault(kind);

    /// <summary>The likeliest of these.</summary>
    public string BestOf(IEnumerable<string> candidates) => candidates.MaxBy(k => this[k])!;

    public string BestBut(params IReadOnlyList<string> excluded) => BestOf(_scores.Keys.Except(excluded));
}
