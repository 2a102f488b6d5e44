using System.Text.Json.Serialization;

namespace EngagementBot.TextAnalytics.Azure;

/// <summary>Body of <c>POST /language/:analyze-text</c>. What is null is not sent.</summary>
internal sealed record AnalyzeTextRequest(string Kind, AnalysisInput AnalysisInput, TaskParameters Parameters);

internal sealed record AnalysisInput(IReadOnlyList<InputDocument> Documents);

/// <param name="Language">For all but language detection.</param>
/// <param name="CountryHint">For language detection only; empty for none, since the service else thinks of the United States.</param>
internal sealed record InputDocument(string Id, string Text, string? Language = null, string? CountryHint = null);

internal sealed record TaskParameters
{
    public bool LoggingOptOut { get; } = true;

    public bool? OpinionMining { get; init; }

    public string? StringIndexType { get; init; }

    public IReadOnlyList<string>? PiiCategories { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnalyzeTextRequest))]
[JsonSerializable(typeof(AnalyzeTextResponse<LanguageDocument>), TypeInfoPropertyName = "Languages")]
[JsonSerializable(typeof(AnalyzeTextResponse<SentimentDocument>), TypeInfoPropertyName = "Sentiments")]
[JsonSerializable(typeof(AnalyzeTextResponse<PiiDocument>), TypeInfoPropertyName = "Pii")]
internal sealed partial class AnalyzeTextJson : JsonSerializerContext;
