using System.CommandLine;
using EngagementBot.Content;
using EngagementBot.Content.Checks;
using EngagementBot.Web.Hosting;
using Spectre.Console;

namespace EngagementBot.Web.Commands;

/// <summary><c>check</c>: reads all content and names what is wrong.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var stamp = new Option<bool>("--stamp") { Description = "Write into each translation which English text it follows" };
        var strict = new Option<bool>("--strict") { Description = "Treat warnings (what is only a matter of time) as failures" };
        var command = new Command("check", "Read locales and dialogs; name file, line and remedy of whatever is wrong. Exit code 0: all well, 2: not.") { stamp, strict };
        command.SetAction(parsed => Run(parsed.GetValue(stamp), parsed.GetValue(strict)));
        return command;
    }

    private static int Run(bool stamp, bool strict)
    {
        var settings = CommandHost.Settings();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var report = ContentCheck.Run(settings.ContentDirectory, settings.Agency, today, stamp);
        foreach (var problem in report.Problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line))
            Console.Error.WriteLine(Shorten(problem, settings.ContentDirectory));
        Print(report);
        var failures = report.Problems.Count(p => strict || !p.IsWarning);
        Console.WriteLine(failures == 0 ? "All well." : $"{failures} to mend.");
        return failures == 0 ? ExitCodes.Done : ExitCodes.WrongSettings;
    }

    private static ContentProblem Shorten(ContentProblem problem, string folder) => problem with { File = Path.GetRelativePath(folder, problem.File) };

    private static void Print(CheckReport report)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("language", "texts", "answers", "approved", "questions", "segments of the longest short text");
        foreach (var locale in report.Locales)
            table.AddRow(locale.Tag, $"{locale.Texts}", $"{locale.Answers}", $"{locale.Approved}", $"{locale.Questions}", $"{locale.MostSegments}");
        AnsiConsole.Write(table);
        if (report.ForCounsel.Count > 0)
            Console.WriteLine($"For a lawyer to look at before approval: {report.ForCounsel.Count} answers ({string.Join(", ", report.ForCounsel.Select(Path.GetFileNameWithoutExtension).Distinct())}).");
    }
}
