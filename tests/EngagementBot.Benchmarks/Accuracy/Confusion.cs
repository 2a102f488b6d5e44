namespace EngagementBot.Benchmarks.Accuracy;

/// <summary>What was taken for what, how often.</summary>
internal sealed record Confusion(string Said, string Read, int Times)
{
    private const int Shown = 10;

    public static IReadOnlyList<Confusion> OfKind(IEnumerable<HeldApartMessage> messages) =>
        Worst(messages.Select(m => (m.Kind, m.Reading.Kind)));

    public static IReadOnlyList<Confusion> OfTopic(IEnumerable<HeldApartMessage> messages) =>
        Worst(messages.Where(m => m.HasTopic).Select(m => (m.Topic, m.Reading.Topics is [var first, ..] ? first.Topic : "none")));

    private static List<Confusion> Worst(IEnumerable<(string Said, string Read)> pairs) =>
    [
        .. pairs.Where(p => p.Said != p.Read).CountBy(p => p).OrderByDescending(p => p.Value).ThenBy(p => p.Key.Said, StringComparer.Ordinal).Take(Shown)
            .Select(p => new Confusion(p.Key.Said, p.Key.Read, p.Value)),
    ];
}
