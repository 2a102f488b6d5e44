using EngagementBot.TextAnalytics;

namespace EngagementBot.Conversations.Understanding;

/// <summary>The writer's feeling, from the words of feeling and from what kind of message it is.</summary>
internal static class Feeling
{
    public static TextSentiment Of(string kind, TextSentiment words) => (kind, words) switch
    {
        // What is told in plain words is still an accusation, a danger or thanks.
        ("complaint" or "emergency", _) => TextSentiment.Negative,
        ("concern", TextSentiment.Neutral) => TextSentiment.Negative,
        ("praise" or "thanks", TextSentiment.Neutral or TextSentiment.Mixed) => TextSentiment.Positive,
        ("question", TextSentiment.Mixed) => TextSentiment.Negative,
        ("greeting" or "question" or "status", TextSentiment.Positive) => TextSentiment.Neutral,
        _ => words,
    };
}
