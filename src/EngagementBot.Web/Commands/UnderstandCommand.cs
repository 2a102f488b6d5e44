using System.CommandLine;
using EngagementBot.Content;
using EngagementBot.Conversations.Understanding;
using EngagementBot.TextAnalytics;
using EngagementBot.Web.Hosting;
using EngagementBot.Web.Settings;
using Spectre.Console;

namespace EngagementBot.Web.Commands;

/// <summary><c>understand</c>: what the local analysis makes of many messages, one by one, with no conversation around them.</summary>
internal static class UnderstandCommand
{
    private const string Columns = "id\tlang\tkind\ttopic\tsentiment\turgency";
    private const int MostTopics = 3;

    public static Command Create()
    {
        var input = new Option<string>("--input") { Description = "A file of tab-separated values with a header that names id and text", Required = true };
        var output = new Option<string>("--output") { Description = $"The file to write: {Columns.Replace('\t', ' ')}", Required = true };
        var command = new Command("understand", "Read messages from a file and write what the local analysis understands of each") { input, output };
        command.SetAction((parsed, stop) => RunAsync(Folders.Typed(parsed.GetValue(input)!), Folders.Typed(parsed.GetValue(output)!), stop));
        return command;
    }

    private static async Task<int> RunAsync(string input, string output, CancellationToken cancellationToken)
    {
        if (!File.Exists(input))
            return CommandHost.Refuse($"There is no file {input}.");
        var lines = await File.ReadAllLinesAsync(input, cancellationToken);
        var header = lines.Length == 0 ? [] : lines[0].TrimStart('\ufeff').Split('\t').Select(c => c.Trim()).ToList();
        var (id, text) = (header.IndexOf("id"), header.IndexOf("text"));
        if (id < 0 || text < 0)
            return CommandHost.Refuse($"{input}:1: The header does not name id and text. Write them, separated by a tab.");
        var settings = CommandHost.Settings();
        var content = ContentLibrary.Load(settings.ContentDirectory, settings.Agency);
        var cache = Edition.Cache(settings, ContentFingerprint.Of(settings.ContentDirectory));
        var understanding = new MessageUnderstanding(content, new LocalTextAnalytics(content, cache), cache);
        await using var written = File.CreateText(output);
        await written.WriteLineAsync(Columns);
        await Progress(lines.Length - 1, async step =>
        {
            foreach (var line in lines.Skip(1).Where(l => l.Length > 0))
            {
                var cells = line.Split('\t');
                var reading = await understanding.ReadAsync(PersonalNumbers.Mask(cells.ElementAtOrDefault(text) ?? "").Text, null, cancellationToken);
                await written.WriteLineAsync($"{cells.ElementAtOrDefault(id)}\t{Describe(reading)}");
                step();
            }
        });
        return ExitCodes.Done;
    }

    private static string Describe(Reading reading) => string.Join(
        '\t', reading.Language.Iso6391Name.Split('-')[0], reading.Kind, string.Join(' ', reading.Topics.Take(MostTopics).Select(t => t.Topic)),
        reading.Sentiment.ToString().ToLowerInvariant(), reading.Urgency);

    private static Task Progress(int count, Func<Action, Task> work)
    {
        if (Console.IsOutputRedirected)
            return work(() => { });
        return AnsiConsole.Progress().StartAsync(progress =>
        {
            var task = progress.AddTask("Messages", maxValue: Math.Max(1, count));
            return work(() => task.Increment(1));
        });
    }
}
