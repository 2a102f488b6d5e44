using System.Globalization;
using EngagementBot.Conversations.Understanding;
using EngagementBot.TextAnalytics;

namespace EngagementBot.Benchmarks.Accuracy;

/// <summary>What a message is, as its writer says, and how it was read. Its words are not kept: who reads the misses tunes to them.</summary>
/// <param name="Tag">Of the set: <c>tests/EngagementBot.Tests/Understanding/&lt;tag&gt;.tsv</c>, by writers who have not seen the locales.</param>
/// <param name="Topic">Of a question; empty for everything else.</param>
/// <param name="Length">In characters.</param>
internal sealed record HeldApartMessage(string Tag, string Kind, string Topic, string Sentiment, int Urgency, int Length, Reading Reading)
{
    public bool LanguageIsRight => Reading.Language.Iso6391Name.Split('-')[0] == Tag.Split('-')[0];

    public bool HasTopic => Topic.Length > 0;

    public bool TopicIsFirst => Reading.Topics is [var first, ..] && first.Topic == Topic;

    public bool TopicIsNear => Reading.Topics.Take(3).Any(t => t.Topic == Topic);

    public bool IsAnswered => Reading.Kind == "question" && Reading.Topics is [{ Score: >= Reading.Sure }, ..];

    public bool GoesToTheQueue => Reading.Kind is "concern" or "complaint" or "emergency";

    public string SentimentRead => Reading.Sentiment.ToString().ToLowerInvariant();

    /// <summary>Reads the set as the service reads what comes in, with no conversation before it.</summary>
    /// <param name="folder">Of the sets.</param>
    public static async Task<List<HeldApartMessage>> ReadAsync(string folder, string tag, MessageUnderstanding understanding, CancellationToken cancellationToken)
    {
        var messages = new List<HeldApartMessage>();
        foreach (var cells in Rows(folder, tag))
        {
            var reading = await understanding.ReadAsync(PersonalNumbers.Mask(cells[0]).Text, null, cancellationToken);
            messages.Add(new HeldApartMessage(tag, cells[1], cells[2], cells[3], int.Parse(cells[4], CultureInfo.InvariantCulture), cells[0].Length, reading));
        }
        return messages;
    }

    public static IEnumerable<string> Texts(string folder, string tag) => Rows(folder, tag).Select(c => c[0]);

    private static IEnumerable<string[]> Rows(string folder, string tag) =>
        File.ReadLines(Path.Combine(folder, $"{tag}.tsv")).Skip(1).Select(l => l.Split('\t'));
}
