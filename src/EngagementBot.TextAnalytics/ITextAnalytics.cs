using EngagementBot.TextAnalytics.Azure;

namespace EngagementBot.TextAnalytics;

/// <summary>A service in front of the local analysis. Where it gives no answer in time, the local analysis stands.</summary>
public interface ITextAnalytics
{
    ValueTask<ServiceAnalysis> AnalyzeAsync(TextQuestion question, CancellationToken cancellationToken);
}

/// <summary>What the service shall say of a text.</summary>
/// <param name="Text">Already masked: it leaves the house.</param>
/// <param name="LanguageSoFar">A tag: in this language the rest is asked where the service is not asked for the language or does not tell it.</param>
public sealed record TextQuestion(string Text, string LanguageSoFar, bool Language, bool Sentiment, bool PersonalData)
{
    /// <summary>How many texts are sent for it.</summary>
    public int Documents => (Language ? 1 : 0) + (Sentiment ? 1 : 0) + (PersonalData ? 1 : 0);
}

/// <summary>The service's answer; null for what it was not asked or did not answer.</summary>
/// <param name="Masked">The text, with what the service recognised as personal covered too; only the kinds that it found.</param>
public sealed record ServiceAnalysis(DetectedLanguage? Language, DocumentSentiment? Sentiment, MaskedText? Masked)
{
    /// <summary>What the text says of what it names; its words are not covered as <see cref="Masked"/> is.</summary>
    public IReadOnlyList<SentenceOpinion> Opinions { get; init; } = [];

    public static ServiceAnalysis None { get; } = new(null, null, null);
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
