namespace EngagementBot.TextAnalytics;

/// <summary>Language and sentiment of a text: the local analysis, or a service in front of it.</summary>
public interface ITextAnalytics
{
    /// <param name="text">Already masked: it may be sent to a service.</param>
    /// <param name="languageHint">The conversation's language so far, a tag such as <c>es</c>; null if there is none.</param>
    ValueTask<TextAnalysis> AnalyzeAsync(string text, string? languageHint, CancellationToken cancellationToken);
}

public sealed record TextAnalysis(DetectedLanguage Language, DocumentSentiment Sentiment);

/// <summary>Names as in Azure.AI.TextAnalytics.</summary>
/// <param name="Name">In English: Spanish; empty if unknown.</param>
/// <param name="Iso6391Name">A tag: the tag of the locale where the language is offered (<c>zh-Hans</c>), else such as <c>bn</c>; <c>und</c> if it cannot be told.</param>
/// <param name="ConfidenceScore">0 to 1, comparable between languages. From 0.8 on it is certain enough to change a conversation's language.</param>
public sealed record DetectedLanguage(string Name, string Iso6391Name, double ConfidenceScore)
{
    public const string Undetermined = "und";

    public static DetectedLanguage Unknown { get; } = new("", Undetermined, 0);

    public bool IsKnown => Iso6391Name != Undetermined;
}

public enum TextSentiment
{
    Neutral,
    Positive,
    Negative,
    Mixed,
}

/// <param name="ConfidenceScore">0 to 1.</param>
public sealed record DocumentSentiment(TextSentiment Sentiment, double ConfidenceScore);
