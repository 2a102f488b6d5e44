namespace EngagementBot.TextAnalytics.Azure;

/// <summary>An opinion on something that the text names. Names as in Azure.AI.TextAnalytics.</summary>
/// <param name="Target">What it is about: deputy.</param>
/// <param name="ConfidenceScore">0 to 1; null where the service gives none.</param>
/// <param name="Assessments">What is said of it: rude.</param>
public sealed record SentenceOpinion(string Target, TextSentiment Sentiment, double? ConfidenceScore, IReadOnlyList<AssessmentSentiment> Assessments);

/// <param name="IsNegated">The text says that it is not so.</param>
public sealed record AssessmentSentiment(string Text, bool IsNegated);

/// <param name="Opinions">In the order of the text.</param>
public sealed record AnalyzedSentiment(DocumentSentiment Sentiment, IReadOnlyList<SentenceOpinion> Opinions);

/// <summary>Names as in Azure.AI.TextAnalytics.</summary>
/// <param name="Category">Such as PhoneNumber.</param>
/// <param name="Offset">In UTF-16 code units.</param>
public sealed record PiiEntity(string Category, int Offset, int Length, double ConfidenceScore);

/// <summary>What the service found in one text.</summary>
public sealed record PiiEntityCollection(IReadOnlyList<PiiEntity> Entities);
