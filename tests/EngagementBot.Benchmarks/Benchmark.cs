using Spectre.Console;

namespace EngagementBot.Benchmarks;

/// <summary>Starts both, loads them in turns, and prints what was measured.</summary>
internal sealed class Benchmark(Load load, int rounds, int port, string folder)
{
    private const int SampleSize = 60;

    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("engagementbot-benchmark-");

    /// <returns>The exit code: 0 if no request failed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            Figures? figures = null;
            await AnsiConsole.Progress().HideCompleted(false).StartAsync(async progress =>
            {
                var steps = progress.AddTask("Starting", maxValue: 2 + 2 + 2 * rounds);
                figures = await MeasureAsync(
                    step =>
                    {
                        steps.Increment(1);
                        steps.Description = step;
                    },
                    cancellationToken);
            });
            FiguresTable.Print(figures!);
            return figures!.Service.Errors + figures.Bare.Errors == 0 ? 0 : 1;
        }
        finally
        {
            _temporary.Delete(recursive: true);
        }
    }

    private async Task<Figures> MeasureAsync(Action<string> step, CancellationToken cancellationToken)
    {
        var questions = Questions.Collect(Path.Combine(folder, "locales"), Path.Combine(_temporary.FullName, "questions.tsv"));
        TimeSpan firstStart;
        await using (var first = await StartServiceAsync(cancellationToken))
            firstStart = first.FirstAnswer;
        step("Second start");
        await using var service = await StartServiceAsync(cancellationToken);
        var pageWeight = await new PageWeight(new Uri(service.Address, "/")).MeasureAsync(cancellationToken);
        var answers = await AskAsync(service, questions, cancellationToken);
        await using var bare = await StartBareAsync((int)answers.Average(a => System.Text.Encoding.UTF8.GetByteCount(a)), cancellationToken);
        step("Warm-up");
        await load.WarmUpAsync(bare, questions, cancellationToken);
        step("Warm-up");
        await load.WarmUpAsync(service, questions, cancellationToken);
        List<LoadFigures> ofBare = [], ofService = [];
        for (var round = 1; round <= rounds; round++)
        {
            step($"Bare endpoint, {round} of {rounds}");
            ofBare.Add(await load.RunAsync(bare, questions, cancellationToken));
            step($"Service, {round} of {rounds}");
            ofService.Add(await load.RunAsync(service, questions, cancellationToken));
        }
        step("Done");
        return new Figures(
            LoadFigures.Of(ofService), LoadFigures.Of(ofBare), service.ResidentMemory, bare.ResidentMemory, firstStart, service.FirstAnswer, bare.FirstAnswer, pageWeight,
            answers.Count(IsSourced) / (double)answers.Count, questions.Languages);
    }

    private Task<Server> StartServiceAsync(CancellationToken cancellationToken) => Server.StartAsync(
        Path.Combine(folder, PublishedService.Program), [$"--Storage:DataDirectory={Path.Combine(_temporary.FullName, "data")}"], port, cancellationToken);

    private Task<Server> StartBareAsync(int answerSize, CancellationToken cancellationToken) => Server.StartAsync(
        Path.Combine(AppContext.BaseDirectory, "EngagementBot.Benchmarks.dll"), ["bare", $"{answerSize}"], port + 1, cancellationToken);

    private static async Task<List<string>> AskAsync(Server service, Questions questions, CancellationToken cancellationToken)
    {
        var answers = new List<string>();
        foreach (var (language, text) in questions.Sample(SampleSize))
            answers.Add(await service.AskAsync(language, text, cancellationToken) ?? throw new BenchmarkException($"The service did not answer \"{text}\"."));
        return answers;
    }

    // An answer names its sources; "I don't know" has none.
    private static bool IsSourced(string answer) => answer.Contains("https://", StringComparison.Ordinal);
}
