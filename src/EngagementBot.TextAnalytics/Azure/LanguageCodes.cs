using System.Collections.Frozen;

namespace EngagementBot.TextAnalytics.Azure;

/// <summary>The service's codes of languages, and ours (BCP 47).</summary>
internal static class LanguageCodes
{
    private static readonly FrozenDictionary<string, string> Tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["zh_chs"] = "zh-Hans", ["zh-chs"] = "zh-Hans", ["zh_hans"] = "zh-Hans", ["zh-hans"] = "zh-Hans", ["zh"] = "zh-Hans",
        ["zh_cht"] = "zh-Hant", ["zh-cht"] = "zh-Hant", ["zh_hant"] = "zh-Hant", ["zh-hant"] = "zh-Hant",
        ["fil"] = "tl",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Language support of sentiment analysis, Microsoft Learn. Where a language is not given, the service takes the text for English.
    private static readonly FrozenSet<string> Sentiment = Set(
        """
        af am ar as az be bg bn br bs ca cs cy da de el en eo es et eu fa fi fil fr fy ga gd gl gu ha he hi hr hu hy id it ja jv ka kk km kn ko ku ky la lo lt lv
        mg mk ml mn mr ms my ne nl no om or pa pl ps pt-BR pt-PT ro ru sa sd si sk sl so sq sr su sv sw ta te th tr ug uk ur uz vi xh yi zh-hans zh-hant
        """);

    // Language support of PII detection, Microsoft Learn: without Filipino.
    private static readonly FrozenSet<string> Pii = Set(
        """
        af am ar as az bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id it ja ka kk km kn ko ku ky lo lt lv mg mk ml mn mr ms my ne nl
        no or pa pl ps pt-BR pt-PT ro ru sk sl so sq sr ss sv sw ta te th tr ug uk ur uz vi zh-hans zh-hant
        """);

    /// <returns>A tag such as <c>zh-Hans</c>, <c>tl</c>, <c>es</c>.</returns>
    public static string Tag(string code) => Tags.TryGetValue(code, out var tag) ? tag : code.Replace('_', '-');

    /// <returns>The service's code; null where it has no sentiment in this language, such as Haitian Creole.</returns>
    public static string? ForSentiment(string tag) => Code(tag, Sentiment);

    /// <returns>The service's code; null where it recognises no personal data in this language.</returns>
    public static string? ForPii(string tag) => Code(tag, Pii);

    private static string? Code(string tag, FrozenSet<string> supported)
    {
        var code = tag switch
        {
            "tl" => "fil",
            "pt" => "pt-BR",
            "zh" => "zh-hans",
            _ => tag,
        };
        return supported.TryGetValue(code, out var exact) ? exact : supported.TryGetValue(code.Split('-')[0], out var primary) ? primary : null;
    }

    private static FrozenSet<string> Set(string codes) => codes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
