namespace EngagementBot.TextAnalytics.Azure;

/// <summary>Answer to <c>POST /language/:analyze-text</c>, as far as it is read. A document that failed stands in <c>errors</c> and is read as no answer.</summary>
internal sealed record AnalyzeTextResponse<T>(string? Kind, AnalysisResults<T>? Results);

internal sealed record AnalysisResults<T>(IReadOnlyList<T?>? Documents);

internal interface IResultDocument
{
    string? Id { get; }
}

internal sealed record LanguageDocument(string? Id, WireLanguage? DetectedLanguage) : IResultDocument;

internal sealed record WireLanguage(string? Name, string? Iso6391Name, double ConfidenceScore);

internal sealed record SentimentDocument(string? Id, string? Sentiment, WireScores? ConfidenceScores, IReadOnlyList<WireSentence?>? Sentences) : IResultDocument;

/// <param name="Neutral">Of a document or a sentence; a target has none.</param>
internal sealed record WireScores(double Positive, double Neutral, double Negative);

internal sealed record WireSentence(IReadOnlyList<WireTarget?>? Targets, IReadOnlyList<WireAssessment?>? Assessments);

internal sealed record WireTarget(string? Sentiment, string? Text, WireScores? ConfidenceScores, IReadOnlyList<WireRelation?>? Relations);

/// <param name="Ref">A pointer such as <c>#/documents/0/sentences/1/assessments/0</c>.</param>
internal sealed record WireRelation(string? RelationType, string? Ref);

internal sealed record WireAssessment(string? Text, bool IsNegated);

internal sealed record PiiDocument(string? Id, IReadOnlyList<WireEntity?>? Entities) : IResultDocument;

internal sealed record WireEntity(string? Category, int Offset, int Length, double ConfidenceScore);
