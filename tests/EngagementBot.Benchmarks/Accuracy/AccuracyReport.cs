using System.Globalization;
using Spectre.Console;

namespace EngagementBot.Benchmarks.Accuracy;

/// <summary>What was measured, as tables of Markdown.</summary>
internal static class AccuracyReport
{
    // A folded table is no Markdown.
    private const int Width = 280;

    private static readonly Dictionary<string, string> Goals = new()
    {
        ["language"] = "99", ["language, short"] = "97", ["kind F1"] = "90", ["to the queue"] = "97", ["topic first"] = "90", ["topic among three"] = "97",
        ["sentiment F1"] = "80", ["urgency 1 found"] = "100", ["urgency 1 or 2 rated lower"] = "≤ 2", ["false urgency 1"] = "≤ 2",
    };

    public static void Print(IReadOnlyList<(string Tag, IReadOnlyList<AccuracyFigure> Figures)> byTag, IReadOnlyList<HeldApartMessage> all)
    {
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, Width);
        var names = byTag.SelectMany(t => t.Figures).Select(f => f.Name).Distinct().ToList();
        Print(["", .. names],
        [
            .. byTag.Select(t => (string[])[t.Tag, .. names.Select(n => t.Figures.FirstOrDefault(f => f.Name == n) is { } figure ? Text($"{figure.Value:0.0}") : "")]),
            ["to reach", .. names.Select(n => Goals.GetValueOrDefault(n, ""))],
        ]);
        PrintConfusions("kind", Confusion.OfKind(all));
        PrintConfusions("topic", Confusion.OfTopic(all));
        Print(["score of the first topic", "questions", "mean score", "right"],
            CalibrationBin.Of(all).Select(b => (string[])[Text($"{b.Tenth / 10.0:0.0} to {(b.Tenth + 1) / 10.0:0.0}"), Text($"{b.Questions}"), Text($"{b.MeanScore:0.00}"), Text($"{b.Right:0.00}")]));
    }

    public static void Print(ReadingSpeed speed) =>
        AnsiConsole.WriteLine(Text($"Messages a second, one after the other: {speed.ByTheClock:N0} by the clock, {speed.OfAProcessor:N0} of a processor's time (to reach: 20,000)."));

    private static void PrintConfusions(string what, IReadOnlyList<Confusion> confusions) =>
        Print([$"{what} is", "read as", "times"], confusions.Select(c => (string[])[c.Said, c.Read, Text($"{c.Times}")]));

    private static void Print(string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Markdown).AddColumns(columns);
        foreach (var row in rows)
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
