using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using EngagementBot.Content;
using EngagementBot.Content.Checks;
using EngagementBot.Web.Hosting;
using Spectre.Console;

namespace EngagementBot.Web.Commands;

/// <summary><c>check</c>: reads all content and names what is wrong.</summary>
internal static class CheckCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var stamp = new Option<bool>("--stamp") { Description = "Write into each translation which English text it follows" };
        var strict = new Option<bool>("--strict") { Description = "Treat warnings (what is only a matter of time) as failures" };
        var segments = new Option<bool>("--segments") { Description = "Show what each text costs as text message: its alphabet, why, and its segments" };
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("check", "Read locales and dialogs; name file, line and remedy of whatever is wrong. Exit code 0: all well, 1: not.") { stamp, strict, segments, format };
        command.SetAction(parsed => Run(parsed.GetValue(stamp), parsed.GetValue(strict), parsed.GetValue(segments), parsed.GetValue(format) == "json"));
        return command;
    }

    private static int Run(bool stamp, bool strict, bool segments, bool asJson)
    {
        var settings = CommandHost.Settings();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var found = ContentCheck.Run(settings.ContentDirectory, settings.Agency, today, stamp);
        var report = found with
        {
            Problems = [.. found.Problems.Select(p => Shorten(p, settings.ContentDirectory)).OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)],
            ForCounsel = [.. found.ForCounsel.Select(f => Path.GetRelativePath(settings.ContentDirectory, f))],
        };
        var failures = report.Problems.Count(p => strict || !p.IsWarning);
        var costs = segments && failures == 0 ? TextCost.Of(ContentLibrary.Load(settings.ContentDirectory, settings.Agency)) : null;
        if (asJson)
            Console.WriteLine(costs is null ? JsonSerializer.Serialize(report, Json) : JsonSerializer.Serialize(new { report, texts = costs }, Json));
        else
            Print(report, failures, costs);
        return failures == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static ContentProblem Shorten(ContentProblem problem, string folder) => problem with { File = Path.GetRelativePath(folder, problem.File) };

    private static void Print(CheckReport report, int failures, IReadOnlyList<TextCost>? costs)
    {
        TextCost.Print(costs ?? []);
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("language", "texts", "answers", "approved", "questions", "segments of the longest short text", "to mend");
        foreach (var locale in report.Locales)
            table.AddRow(locale.Tag, $"{locale.Texts}", $"{locale.Answers}", $"{locale.Approved}", $"{locale.Questions}", $"{locale.MostSegments}", $"{report.Problems.Count(p => IsOf(locale.Tag, p))}");
        AnsiConsole.Write(table);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Years of school that the English answers ask for: {report.English.Median:0.0} (median), {report.English.Highest:0.0} (highest)."));
        if (report.ForCounsel.Count > 0)
            Console.WriteLine($"For a lawyer to look at before approval: {report.ForCounsel.Count} answers ({string.Join(", ", report.ForCounsel.Select(Path.GetFileNameWithoutExtension).Distinct())}).");
        foreach (var problem in report.Problems)
            Console.Error.WriteLine(problem);
        Console.WriteLine(failures == 0 ? "All well." : $"{failures} to mend.");
    }

    private static bool IsOf(string tag, ContentProblem problem) => problem.File.Replace('\\', '/').StartsWith($"locales/{tag}/", StringComparison.Ordinal);
}
