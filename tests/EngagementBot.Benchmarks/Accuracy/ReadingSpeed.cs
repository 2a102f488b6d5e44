using System.Diagnostics;
using EngagementBot.Conversations.Understanding;
using EngagementBot.TextAnalytics;

namespace EngagementBot.Benchmarks.Accuracy;

/// <summary>How fast messages are masked and read, one after the other.</summary>
/// <param name="ByTheClock">Messages a second; on a machine that does other things too it says little.</param>
/// <param name="OfAProcessor">Messages for each second of processor time that the whole process used, its garbage collection too.</param>
internal sealed record ReadingSpeed(double ByTheClock, double OfAProcessor)
{
    private const int Rounds = 3;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    /// <summary>The middle one of some rounds after a warm-up.</summary>
    public static async Task<ReadingSpeed> MeasureAsync(MessageUnderstanding understanding, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        await ReadAsync(understanding, texts, WarmUp, cancellationToken);
        var rounds = new List<ReadingSpeed>();
        for (var round = 0; round < Rounds; round++)
            rounds.Add(await ReadAsync(understanding, texts, Round, cancellationToken));
        return rounds.OrderBy(r => r.OfAProcessor).ElementAt(Rounds / 2);
    }

    // The local analysis never waits for anything, so all of it stays on this thread.
    private static async Task<ReadingSpeed> ReadAsync(MessageUnderstanding understanding, IReadOnlyList<string> texts, TimeSpan length, CancellationToken cancellationToken)
    {
        var before = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var read = 0;
        while (clock.Elapsed < length)
        {
            foreach (var text in texts)
                await understanding.ReadAsync(PersonalNumbers.Mask(text).Text, null, cancellationToken);
            read += texts.Count;
        }
        return new ReadingSpeed(read / clock.Elapsed.TotalSeconds, read / (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }
}
