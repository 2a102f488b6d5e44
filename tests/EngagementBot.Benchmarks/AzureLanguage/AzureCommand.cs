using System.CommandLine;
using System.Globalization;
using Azure;
using EngagementBot.Benchmarks.Accuracy;
using EngagementBot.Content;
using EngagementBot.Conversations.Understanding;
using EngagementBot.Tests.TextAnalytics.Azure;
using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Azure;
using EngagementBot.TextAnalytics.Learning;
using EngagementBot.TextAnalytics.Resilience;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngagementBot.Benchmarks.AzureLanguage;

/// <summary><c>azure</c>: how many requests a thousand messages cost, with and without sharing, and what asking only where the local analysis
/// is unsure saves. The service is one on loopback that takes 60 ms for each request.</summary>
internal static class AzureCommand
{
    private const int Messages = 1000;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(60);
    private static readonly int[] AtOnce = [5, 20, 100];

    public static Command Create()
    {
        var command = new Command("azure", "Prints the requests to Azure AI Language for 1,000 messages in twelve languages, by mode and by sharing.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var content = ContentLibrary.Load(PublishedService.Repository, AccuracyCommand.AnAgency());
        var sets = Path.Combine(PublishedService.Repository, "tests", "EngagementBot.Tests", "Understanding");
        // One of each language after the other, as residents write.
        var texts = content.Locales.Keys.SelectMany(tag => HeldApartMessage.Texts(sets, tag).Select((text, i) => (text, i)).Select(t => (t.i, t.text)))
            .OrderBy(t => t.i).Take(Messages).Select(t => PersonalNumbers.Mask(t.text).Text).ToList();
        var folder = Directory.CreateTempSubdirectory("engagementbot-benchmark-");
        var cache = LearningCache.In(folder.FullName, ContentFingerprint.Of(PublishedService.Repository), typeof(ContentLibrary), typeof(MessageUnderstanding));
        Console.WriteLine("| mode | turns at once | sharing | texts | requests | texts not sent, spared by LocalFirst |");
        Console.WriteLine("| --- | --: | --: | --: | --: | --: |");
        foreach (var turns in AtOnce)
        {
            await MeasureAsync("AzureFirst", turns, TimeSpan.Zero);
            await MeasureAsync("AzureFirst", turns, TimeSpan.FromMilliseconds(5));
            await MeasureAsync("LocalFirst", turns, TimeSpan.FromMilliseconds(5));
        }
        folder.Delete(recursive: true);
        return 0;

        async Task MeasureAsync(string mode, int turns, TimeSpan sharing)
        {
            await using var server = await LanguageServer.StartAsync();
            server.Latency = Latency;
            var client = new TextAnalyticsClient(server.Endpoint, new AzureKeyCredential(LanguageServer.Key));
            using var operations = new LanguageOperations(client, new OutsideServiceLimits { Calls = 100 }, TimeProvider.System, NullLogger<OutsideService>.Instance);
            var azure = new AzureTextAnalytics(client, operations, sharing, TimeProvider.System);
            var understanding = new MessageUnderstanding(
                content, new LocalTextAnalytics(content, cache), cache, new SecondOpinion(content, azure, mode == "AzureFirst", azure.Use));
            await Parallel.ForEachAsync(
                texts, new ParallelOptions { MaxDegreeOfParallelism = turns, CancellationToken = cancellationToken },
                async (text, token) => await understanding.ReadAsync(new Said(text, null, null, ServiceMay.TellAll), token));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {mode} | {turns} | {(sharing == TimeSpan.Zero ? "none" : $"{sharing.TotalMilliseconds:0} ms")} | {azure.Use.Documents} | {azure.Use.Requests} | {azure.Use.Spared} |"));
        }
    }
}
