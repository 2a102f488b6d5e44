using System.Globalization;
using EngagementBot.Benchmarks.Accuracy;

namespace EngagementBot.Tests.Understanding;

/// <summary>Every language by itself, and all together, on messages that were written apart from what the bot learns. The misses are not
/// shown on purpose: who reads them tunes to them. After a change that betters the figures, <c>accuracy --record</c> of
/// EngagementBot.Benchmarks keeps them.</summary>
public sealed class HeldApartTests(ITestOutputHelper output)
{
    private const int FewestMessages = 80;

    public static TheoryData<string> Languages => [.. RepositoryContent.Library.Locales.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task ALanguageIsReadAsWellAsRecorded(string tag)
    {
        var messages = await RepositoryContent.HeldApartAsync(tag);
        messages.Count.ShouldBeGreaterThanOrEqualTo(FewestMessages);
        messages.Where(m => m.HasTopic).Select(q => q.Topic).ToHashSet().ShouldBe(RepositoryContent.Library.Reference.Answers.Keys.ToHashSet(), ignoreOrder: true);
        ShouldNotFall(tag, messages);
    }

    // Of one language two points are a message or two; of all together they are many.
    [Fact]
    public async Task AllLanguagesTogetherAreReadAsWellAsRecorded()
    {
        var messages = new List<HeldApartMessage>();
        foreach (var tag in RepositoryContent.Library.Locales.Keys)
            messages.AddRange(await RepositoryContent.HeldApartAsync(tag));
        ShouldNotFall(RecordedFigures.Together, messages);
    }

    private void ShouldNotFall(string tag, IReadOnlyList<HeldApartMessage> messages)
    {
        var figures = AccuracyFigure.Of(messages);
        output.WriteLine($"Figures: held apart, {tag}: {string.Join(", ", figures.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name} {f.Value:0.0}")))}");
        RecordedFigures.Read(RepositoryContent.Sets).Falls(tag, figures).ShouldBeEmpty();
    }
}
