using EngagementBot.Content;
using EngagementBot.TextAnalytics;
namespace EngagementBot.Conversations.Understanding;
public sealed class MessageUnderstanding(ContentLibrary content, ITextAnalytics analytics)
{
    public async ValueTask<Reading> ReadAsync(string text, string? conversationLanguage, CancellationToken cancellationToken)
    {
        var a = await analytics.AnalyzeAsync(text, conversationLanguage, cancellationToken);
        _ = content;
        return new Reading(a.Language, "question", 1, [], a.Sentiment.Sentiment, 4, []);
    }
}
