namespace EngagementBot.TextAnalytics.Translation;

/// <summary>The Translator's codes of languages (https://learn.microsoft.com/azure/ai-services/translator/language-support), from ours (BCP 47).</summary>
public static class TranslatorCodes
{
    /// <param name="tag">Such as <c>ht</c>, <c>zh-Hans</c>, <c>tl</c>.</param>
    public static string Of(string tag) => tag switch
    {
        "tl" => "fil",
        // Brazilian; the European one is pt-pt.
        "pt-BR" => "pt",
        "zh" => "zh-Hans",
        _ => tag,
    };
}
