namespace EngagementBot.Conversations.Understanding;

/// <summary>How likely each kind is.</summary>
internal sealed class KindScores(IReadOnlyList<string> kinds, IReadOnlyList<float> scores)
{
    public string Best => BestOf(kinds);

    public float this[string kind]
    {
        get
        {
            for (var at = 0; at < kinds.Count; at++)
            {
                if (kinds[at] == kind)
                    return scores[at];
            }
            return 0;
        }
    }

    /// <summary>The likeliest of these.</summary>
    public string BestOf(IEnumerable<string> candidates) => candidates.MaxBy(k => this[k])!;

    public string BestBut(string excluded) => BestOf(kinds.Where(k => k != excluded));
}
