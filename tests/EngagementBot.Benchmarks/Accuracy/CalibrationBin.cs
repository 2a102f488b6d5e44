namespace EngagementBot.Benchmarks.Accuracy;

/// <summary>How often the first topic of a question is right where its score lies between two tenths.</summary>
/// <param name="Tenth">0 for 0.0 to 0.1.</param>
internal sealed record CalibrationBin(int Tenth, int Questions, double MeanScore, double Right)
{
    private const int Bins = 10;

    public static IReadOnlyList<CalibrationBin> Of(IEnumerable<HeldApartMessage> messages) =>
    [
        .. messages.Where(m => m.HasTopic && m.Reading.Topics.Count > 0)
            .GroupBy(m => Math.Min(Bins - 1, (int)(Score(m) * Bins))).OrderBy(g => g.Key)
            .Select(g => new CalibrationBin(g.Key, g.Count(), g.Average(Score), g.Average(m => m.TopicIsFirst ? 1.0 : 0))),
    ];

    private static double Score(HeldApartMessage message) => message.Reading.Topics[0].Score;
}
