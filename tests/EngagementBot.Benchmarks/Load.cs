using System.Diagnostics;
using System.Globalization;

namespace EngagementBot.Benchmarks;

/// <summary>One run of wrk against <c>/api/messages</c>.</summary>
/// <param name="Seconds">Of one load; a warm-up is half as long.</param>
internal sealed record Load(int Seconds, int Connections)
{
    private const int Threads = 2;

    // Ids of one benchmark never come again, whatever ran before on the same data.
    private int _run;

    public Task<LoadFigures> WarmUpAsync(Server server, Questions questions, CancellationToken cancellationToken) =>
        RunAsync(server, questions, Math.Max(1, Seconds / 2), cancellationToken);

    public Task<LoadFigures> RunAsync(Server server, Questions questions, CancellationToken cancellationToken) =>
        RunAsync(server, questions, Seconds, cancellationToken);

    private async Task<LoadFigures> RunAsync(Server server, Questions questions, int seconds, CancellationToken cancellationToken)
    {
        var before = server.ProcessorTime;
        using var wrk = Process.Start(new ProcessStartInfo("wrk")
        {
            ArgumentList =
            {
                "-t", $"{Threads}", "-c", $"{Connections}", "-d", $"{seconds}s", "--timeout", "10s", "-s", Path.Combine(AppContext.BaseDirectory, "messages.lua"),
                server.Address.ToString(), "--", questions.File, $"{Environment.ProcessId}-{++_run}",
            },
            RedirectStandardOutput = true,
        })!;
        var output = await wrk.StandardOutput.ReadToEndAsync(cancellationToken);
        await wrk.WaitForExitAsync(cancellationToken);
        return LoadFigures.Read(output, server.ProcessorTime - before);
    }
}

/// <param name="Processor">What the server's process used of it.</param>
internal sealed record LoadFigures(long Requests, TimeSpan Duration, TimeSpan Median, TimeSpan P99, long Errors, TimeSpan Processor)
{
    public double PerSecond => Requests / Duration.TotalSeconds;

    public TimeSpan ProcessorPerRequest => Processor / Math.Max(1, Requests);

    /// <summary>Several loads as one. Percentiles cannot be added: the middle one of the loads stands for them.</summary>
    public static LoadFigures Of(IReadOnlyList<LoadFigures> loads) => new(
        loads.Sum(l => l.Requests), Sum(loads, l => l.Duration), Middle(loads, l => l.Median), Middle(loads, l => l.P99), loads.Sum(l => l.Errors), Sum(loads, l => l.Processor));

    /// <param name="output">The line that messages.lua prints: requests, then times in microseconds, then errors.</param>
    public static LoadFigures Read(string output, TimeSpan processor)
    {
        var line = output.Split('\n').FirstOrDefault(l => l.StartsWith("FIGURES ", StringComparison.Ordinal))
            ?? throw new BenchmarkException($"wrk printed no figures:\n{output}");
        var figures = line.Split(' ').Skip(1).Select(f => long.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        return new LoadFigures(
            figures[0], TimeSpan.FromMicroseconds(figures[1]), TimeSpan.FromMicroseconds(figures[2]), TimeSpan.FromMicroseconds(figures[3]), figures[4], processor);
    }

    private static TimeSpan Sum(IReadOnlyList<LoadFigures> loads, Func<LoadFigures, TimeSpan> of) => TimeSpan.FromTicks(loads.Sum(l => of(l).Ticks));

    private static TimeSpan Middle(IReadOnlyList<LoadFigures> loads, Func<LoadFigures, TimeSpan> of) => loads.Select(of).Order().ElementAt(loads.Count / 2);
}
