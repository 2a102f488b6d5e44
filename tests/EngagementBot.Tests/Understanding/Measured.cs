using System.Globalization;
using EngagementBot.Conversations.Understanding;

namespace EngagementBot.Tests.Understanding;

/// <summary>The development set, read by the bot: <c>messages.tsv</c> was written apart from the locales, which must not be tuned to it.</summary>
internal sealed record Measured(string Id, string Language, string Kind, string Topic, string Sentiment, int Urgency, string Text, Reading Reading)
{
    private static readonly Lazy<Task<List<Measured>>> Developed = new(() => ReadAsync("messages.tsv"));
    private static readonly Lazy<Task<List<Measured>>> Held = new(() => ReadAsync("messages-heldout.tsv"));

    public static Task<List<Measured>> All => Developed.Value;

    /// <summary>Messages that nothing was chosen by: they show what the figures of the development set are worth.</summary>
    public static Task<List<Measured>> HeldOut => Held.Value;

    public bool LanguageIsRight => Reading.Language.Iso6391Name.Split('-')[0] == Language;

    public bool KindIsRight => Reading.Kind == Kind;

    public bool SentimentIsRight => Reading.Sentiment.ToString().Equals(Sentiment, StringComparison.OrdinalIgnoreCase);

    public bool HasTopic => Topic.Length > 0;

    public bool TopicIsFirst => Reading.Topics is [var first, ..] && first.Topic == Topic;

    public bool TopicIsNear => Reading.Topics.Take(3).Any(t => t.Topic == Topic);

    public bool IsAnswered => Reading.Kind == "question" && Reading.Topics is [{ Score: >= Reading.Sure }, ..];

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Id} {Kind}/{Topic}/{Sentiment}/{Urgency} -> {Reading.Language.Iso6391Name} {Reading.Language.ConfidenceScore} {Reading.Kind} {Reading.KindScore:0.00} {string.Join(' ', Reading.Topics.Select(t => $"{t.Topic} {t.Score:0.00}"))} {Reading.Sentiment} {Reading.Urgency} [{string.Join(", ", Reading.Signals.Select(s => s.Name + ": " + s.Words))}] {Text}");

    private static async Task<List<Measured>> ReadAsync(string file)
    {
        var measured = new List<Measured>();
        foreach (var row in RepositoryContent.Rows(file))
        {
            var reading = await RepositoryContent.ReadAsync(row[6]);
            measured.Add(new Measured(row[0], row[1], row[2], row[3], row[4], int.Parse(row[5], CultureInfo.InvariantCulture), row[6], reading));
        }
        return measured;
    }
}
