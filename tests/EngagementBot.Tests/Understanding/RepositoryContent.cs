using EngagementBot.Benchmarks.Accuracy;
using EngagementBot.Content;
using EngagementBot.Content.Agencies;
using EngagementBot.Conversations.Understanding;
using EngagementBot.TextAnalytics;

namespace EngagementBot.Tests.Understanding;

/// <summary>The content of this repository, with a small agency, and what has been learned from it; read once.</summary>
internal static class RepositoryContent
{
    private static readonly Lazy<ContentLibrary> LazyLibrary = new(() => ContentLibrary.Load(Folder(), TestAgency()));
    private static readonly Lazy<LocalTextAnalytics> LazyAnalytics = new(() => new LocalTextAnalytics(Library));
    private static readonly Lazy<MessageUnderstanding> LazyUnderstanding = new(() => new MessageUnderstanding(Library, Analytics));

    public static ContentLibrary Library => LazyLibrary.Value;

    public static LocalTextAnalytics Analytics => LazyAnalytics.Value;

    public static async Task<Reading> ReadAsync(string text, string? conversationLanguage = null) =>
        await LazyUnderstanding.Value.ReadAsync(text, conversationLanguage, TestContext.Current.CancellationToken);

    /// <summary>After an answer on this topic.</summary>
    public static async Task<Reading> ReadAfterAsync(string topic, string text, string language) =>
        await LazyUnderstanding.Value.ReadAsync(new Said(text, language, topic, ServiceMay.NotBeAsked), TestContext.Current.CancellationToken);

    public static async Task<DetectedLanguage> DetectAsync(string text, string? hint = null) =>
        (await Analytics.AnalyzeAsync(text, hint, TestContext.Current.CancellationToken)).Language;

    public static async Task<TextSentiment> FeelAsync(string text, string? hint = null) =>
        (await Analytics.AnalyzeAsync(text, hint, TestContext.Current.CancellationToken)).Sentiment.Sentiment;

    /// <summary>The folder of this file, with the sets of messages.</summary>
    public static string Sets => Path.Combine(Folder(), "tests", "EngagementBot.Tests", "Understanding");

    public static Task<List<HeldApartMessage>> HeldApartAsync(string tag) =>
        HeldApartMessage.ReadAsync(Sets, tag, LazyUnderstanding.Value, TestContext.Current.CancellationToken);

    /// <summary>Rows of a tab-separated file beside this one, without its header.</summary>
    public static IEnumerable<string[]> Rows(string file) => File.ReadLines(Path.Combine(Sets, file)).Skip(1).Select(l => l.Split('\t'));

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "EngagementBot.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    private static Agency TestAgency() => new()
    {
        TimeZone = "America/Chicago",
        Participation = Participation.Active,
        Models = ["JEM"],
        Texts = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["name"] = new Dictionary<string, string> { [""] = "Test County Sheriff" },
        },
    };
}
