using System.Globalization;
using Spectre.Console;

namespace EngagementBot.Benchmarks;

/// <param name="Answered">The share of a sample of the questions that got a sourced answer.</param>
/// <param name="PageWeight">Of the chat page with all that it loads, compressed, in bytes.</param>
internal sealed record Figures(
    LoadFigures Service, LoadFigures Bare, long ServiceMemory, long BareMemory, TimeSpan FirstStart, TimeSpan SecondStart, TimeSpan BareStart, long PageWeight,
    double Answered, int Languages);

/// <summary>The figures beside those that are to be reached.</summary>
internal static class FiguresTable
{
    public static void Print(Figures figures)
    {
        var table = new Table().Border(TableBorder.Markdown).AddColumns("", "service", "bare endpoint", "to reach");
        foreach (var row in Rows(figures))
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        // Where it is no terminal its width is guessed, and a folded table is no Markdown.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 120);
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine(Text($"{figures.Languages} languages; {figures.Answered:P0} of a sample of the questions got a sourced answer."));
    }

    private static IEnumerable<string[]> Rows(Figures f) =>
    [
        ["requests/s", Text($"{f.Service.PerSecond:N0}"), Text($"{f.Bare.PerSecond:N0}"), ""],
        ["ratio", Text($"{f.Service.PerSecond / f.Bare.PerSecond:F2}"), "1", "at least 0.35"],
        ["processor time of a request, µs", Text($"{f.Service.ProcessorPerRequest.TotalMicroseconds:N0}"), Text($"{f.Bare.ProcessorPerRequest.TotalMicroseconds:N0}"), ""],
        ["p50, ms", Milliseconds(f.Service.Median), Milliseconds(f.Bare.Median), ""],
        ["p99, ms", Milliseconds(f.Service.P99), Milliseconds(f.Bare.P99), "below 6"],
        ["errors", Text($"{f.Service.Errors}"), Text($"{f.Bare.Errors}"), "0"],
        ["memory after the load, MiB", Mebibytes(f.ServiceMemory), Mebibytes(f.BareMemory), "at most 200"],
        ["start to first answer, s: first start", Seconds(f.FirstStart), "", ""],
        ["start to first answer, s: second start", Seconds(f.SecondStart), Seconds(f.BareStart), "at most 1.5"],
        ["chat page with all that it loads, KB", Text($"{f.PageWeight / 1000.0:F1}"), "", "at most 40"],
    ];

    private static string Milliseconds(TimeSpan time) => Text($"{time.TotalMilliseconds:F1}");

    private static string Seconds(TimeSpan time) => Text($"{time.TotalSeconds:F2}");

    private static string Mebibytes(long bytes) => Text($"{bytes / 1024.0 / 1024.0:F0}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
