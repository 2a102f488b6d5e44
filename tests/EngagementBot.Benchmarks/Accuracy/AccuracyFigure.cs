namespace EngagementBot.Benchmarks.Accuracy;

/// <summary>One figure of a set of messages.</summary>
/// <param name="Name">Also its key in <c>figures.json</c>.</param>
/// <param name="Value">0 to 100; a macro-F1 too.</param>
/// <param name="OneMessage">By how much one message read differently can change it.</param>
/// <param name="LessIsBetter">True for what should not happen.</param>
internal sealed record AccuracyFigure(string Name, double Value, double OneMessage, bool LessIsBetter)
{
    // A figure of few messages moves in steps larger than this.
    private const double Allowed = 2;

    // The recorded values are rounded.
    private const double Rounding = 0.06;

    public bool IsWorseThan(double recorded) => (LessIsBetter ? Value - recorded : recorded - Value) > Math.Max(Allowed, OneMessage) + Rounding;

    /// <summary>All figures of these messages, in one order; those of which there is no message are left out. One message of a rare kind
    /// moves a macro-F1 by nine points, so the plain share stands beside it.</summary>
    public static IReadOnlyList<AccuracyFigure> Of(IReadOnlyList<HeldApartMessage> all)
    {
        var questions = all.Where(m => m.HasTopic).ToList();
        AccuracyFigure?[] figures =
        [
            Share("language", all, m => m.LanguageIsRight),
            Share("language, short", all.Where(m => m.Length <= ShortText), m => m.LanguageIsRight),
            Share("kind", all, m => m.Reading.Kind == m.Kind),
            MacroF1("kind F1", all, m => m.Kind, m => m.Reading.Kind, [.. all.Select(m => m.Kind).Distinct()]),
            Share("to the queue", all.Where(m => m.Kind is "concern" or "complaint"), m => m.GoesToTheQueue),
            Share("topic first", questions, m => m.TopicIsFirst),
            Share("topic among three", questions, m => m.TopicIsNear),
            Share("questions not answered", questions, m => !m.IsAnswered, lessIsBetter: true),
            Share("offtopic answered", all.Where(m => m.Kind == "offtopic"), m => m.IsAnswered, lessIsBetter: true),
            Share("sentiment", all, m => m.SentimentRead == m.Sentiment),
            MacroF1("sentiment F1", [.. all.Where(m => Feelings.Contains(m.Sentiment))], m => m.Sentiment, m => m.SentimentRead, Feelings),
            Share("urgency 1 found", all.Where(m => m.Urgency == 1), m => m.Reading.Urgency == 1),
            Share("urgency 1 or 2 rated lower", all.Where(m => m.Urgency <= 2), m => m.Reading.Urgency > m.Urgency, lessIsBetter: true),
            Share("false urgency 1", all.Where(m => m.Urgency > 2), m => m.Reading.Urgency == 1, lessIsBetter: true),
        ];
        return [.. figures.OfType<AccuracyFigure>()];
    }

    public const int ShortText = 20;

    private static readonly string[] Feelings = ["negative", "neutral", "positive"];

    private static AccuracyFigure? Share(string name, IEnumerable<HeldApartMessage> of, Func<HeldApartMessage, bool> counts, bool lessIsBetter = false)
    {
        var messages = of.ToList();
        return messages.Count == 0 ? null : new AccuracyFigure(name, 100.0 * messages.Count(counts) / messages.Count, 100.0 / messages.Count, lessIsBetter);
    }

    private static AccuracyFigure? MacroF1(
        string name, IReadOnlyList<HeldApartMessage> messages, Func<HeldApartMessage, string> said, Func<HeldApartMessage, string> read, IReadOnlyList<string> labels)
    {
        var known = labels.Where(l => messages.Any(m => said(m) == l)).ToList();
        if (known.Count == 0)
            return null;
        var fewest = known.Min(l => messages.Count(m => said(m) == l));
        return new AccuracyFigure(name, 100 * known.Average(F1), 100.0 / (known.Count * fewest), LessIsBetter: false);

        double F1(string label)
        {
            var both = messages.Count(m => said(m) == label && read(m) == label);
            return 2.0 * both / (messages.Count(m => said(m) == label) + messages.Count(m => read(m) == label));
        }
    }
}
