namespace EngagementBot.TextAnalytics.Languages;

/// <summary>English names of languages that are perhaps not offered.</summary>
public static class LanguageNames
{
    private static readonly Lazy<OtherLanguages> Known = new(OtherLanguages.Read);

    /// <param name="tag">Such as <c>bn</c>.</param>
    /// <returns>Such as Bengali; null if unknown here.</returns>
    public static string? InEnglish(string tag) => Known.Value.Name(tag) is { Length: > 0 } name ? name : null;
}
