using System.Globalization;

namespace EngagementBot.Tests.Understanding;

/// <summary>Every language by itself, on messages that were written apart from what it learns. The misses are not shown on purpose:
/// who reads them tunes to them.</summary>
public sealed class HeldApartTests(ITestOutputHelper output)
{
    private const int FewestMessages = 80;

    public static TheoryData<string> Languages => [.. RepositoryContent.Library.Locales.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task ALanguageIsReadWellEnough(string tag)
    {
        var all = await Measured.OfAsync(tag);
        all.Count.ShouldBeGreaterThanOrEqualTo(FewestMessages);
        var questions = all.Where(m => m.HasTopic).ToList();
        questions.Select(q => q.Topic).ToHashSet().ShouldBe(RepositoryContent.Library.Reference.Answers.Keys.ToHashSet(), ignoreOrder: true);
        (string Name, double Value, double Floor)[] figures =
        [
            ("language", Share(all, m => m.LanguageIsRight), 0.97),
            ("kind", Share(all, m => m.KindIsRight), 0.72),
            ("topic first", Share(questions, m => m.TopicIsFirst), 0.74),
            ("topic among three", Share(questions, m => m.TopicIsNear), 0.88),
            ("to the queue", Share(all.Where(m => m.Kind is "concern" or "complaint"), m => m.Reading.Kind is "concern" or "complaint" or "emergency"), 0.3),
            ("sentiment", Share(all, m => m.SentimentIsRight), 0.6),
            ("urgency 1 found", Share(all.Where(m => m.Urgency == 1), m => m.Reading.Urgency == 1), 0.6),
            ("urgency 1 not cried", Share(all.Where(m => m.Urgency > 2), m => m.Reading.Urgency != 1), 0.95),
        ];
        output.WriteLine($"Figures: held apart, {tag}: {string.Join(", ", figures.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name} {f.Value:0.00}")))}");
        figures.ShouldAllBe(f => f.Value >= f.Floor);
    }

    private static double Share(IEnumerable<Measured> messages, Func<Measured, bool> isRight) => messages.Average(m => isRight(m) ? 1.0 : 0);
}
