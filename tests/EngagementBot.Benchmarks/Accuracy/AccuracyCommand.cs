using System.CommandLine;
using EngagementBot.Content;
using EngagementBot.Content.Agencies;
using EngagementBot.Conversations.Understanding;
using EngagementBot.TextAnalytics;

namespace EngagementBot.Benchmarks.Accuracy;

/// <summary><c>accuracy</c>: how well and how fast the local analysis reads the messages held apart, in every language.</summary>
internal static class AccuracyCommand
{
    public static Command Create()
    {
        var record = new Option<bool>("--record") { Description = "Keep the figures in figures.json beside the sets: tests fail where one falls below them" };
        var command = new Command("accuracy", "Reads the messages that are held apart and prints how well they are understood, by language, and how fast.") { record };
        command.SetAction((given, cancellationToken) => RunAsync(given.GetValue(record), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool record, CancellationToken cancellationToken)
    {
        var sets = Path.Combine(PublishedService.Repository, "tests", "EngagementBot.Tests", "Understanding");
        var content = ContentLibrary.Load(PublishedService.Repository, AnAgency());
        var understanding = new MessageUnderstanding(content, new LocalTextAnalytics(content));
        var messages = new List<HeldApartMessage>();
        foreach (var tag in content.Locales.Keys)
            messages.AddRange(await HeldApartMessage.ReadAsync(sets, tag, understanding, cancellationToken));
        List<(string Tag, IReadOnlyList<AccuracyFigure> Figures)> byTag =
            [.. messages.GroupBy(m => m.Tag).Select(g => (g.Key, AccuracyFigure.Of([.. g]))), (RecordedFigures.Together, AccuracyFigure.Of(messages))];
        AccuracyReport.Print(byTag, messages);
        if (record)
            RecordedFigures.Write(sets, byTag);
        AccuracyReport.Print(await ReadingSpeed.MeasureAsync(understanding, [.. content.Locales.Keys.SelectMany(t => HeldApartMessage.Texts(sets, t))], cancellationToken));
        return 0;
    }

    // What is learned from the answers must not hang on one agency's facts.
    internal static Agency AnAgency() => new()
    {
        TimeZone = "America/Chicago",
        Participation = Participation.Active,
        Models = ["JEM"],
        Texts = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["name"] = new Dictionary<string, string> { [""] = "Test County Sheriff" } },
    };
}
