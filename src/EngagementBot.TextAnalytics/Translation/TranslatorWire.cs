using System.Text.Json.Serialization;

namespace EngagementBot.TextAnalytics.Translation;

/// <summary>An element of the body of <c>POST .../translate</c>.</summary>
internal sealed record InputTextItem([property: JsonPropertyName("Text")] string Text);

/// <summary>An element of the answer; names as in Azure.AI.Translation.Text. The fields that are not asked for are not read.</summary>
internal sealed record TranslatedTextItem(IReadOnlyList<TranslationText?>? Translations);

/// <param name="To">The code of the language of <paramref name="Text"/>.</param>
internal sealed record TranslationText(string? Text, string? To);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<InputTextItem>))]
[JsonSerializable(typeof(IReadOnlyList<TranslatedTextItem>), TypeInfoPropertyName = "Translated")]
internal sealed partial class TranslatorJson : JsonSerializerContext;
