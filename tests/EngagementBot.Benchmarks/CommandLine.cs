using System.CommandLine;
using System.ComponentModel;
using EngagementBot.Benchmarks.Accuracy;
using EngagementBot.Benchmarks.AzureLanguage;

namespace EngagementBot.Benchmarks;

/// <summary>What can be asked of the benchmark; without anything it measures as its README says.</summary>
internal static class CommandLine
{
    public static Task<int> RunAsync(string[] args)
    {
        var seconds = new Option<int>("--seconds") { Description = "Length of one load", DefaultValueFactory = _ => 10 };
        var connections = new Option<int>("--connections") { Description = "Open at the same time", DefaultValueFactory = _ => 32 };
        var rounds = new Option<int>("--rounds") { Description = "How often both are loaded, in turns; the figures are of all rounds together", DefaultValueFactory = _ => 3 };
        var port = new Option<int>("--port") { Description = "The service listens here and the bare endpoint on the next, both on loopback", DefaultValueFactory = _ => 3990 };
        var service = new Option<string?>("--service") { Description = "A folder with a published service; without it the source is published" };
        var root = new RootCommand("Loads the service and a bare endpoint side by side and prints the figures of both.") { seconds, connections, rounds, port, service, AccuracyCommand.Create(), AzureCommand.Create() };
        root.SetAction(async (given, cancellationToken) =>
        {
            try
            {
                var folder = given.GetValue(service) ?? await PublishedService.MakeAsync(cancellationToken);
                var load = new Load(given.GetValue(seconds), given.GetValue(connections));
                return await new Benchmark(load, given.GetValue(rounds), given.GetValue(port), folder).RunAsync(cancellationToken);
            }
            catch (Exception missing) when (missing is Win32Exception or BenchmarkException)
            {
                await Console.Error.WriteLineAsync(missing.Message);
                return 1;
            }
        });
        return root.Parse(args).InvokeAsync();
    }
}

/// <summary>Why there are no figures.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
