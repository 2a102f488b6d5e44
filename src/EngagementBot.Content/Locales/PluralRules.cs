namespace EngagementBot.Content.Locales;

/// <summary>Plural categories of whole numbers after the Unicode CLDR, for the languages that have more than "other".</summary>
internal static class PluralRules
{
    /// <returns><c>zero</c>, <c>one</c>, <c>two</c>, <c>few</c>, <c>many</c> or <c>other</c>.</returns>
    public static string Category(string tag, long number) => Primary(tag) switch
    {
        "zh" or "vi" or "ko" or "ja" or "th" or "id" => "other",
        "fr" or "pt" or "hi" or "fa" or "am" => number is 0 or 1 ? "one" : "other",
        "tl" or "fil" => number is 1 or 2 or 3 || (number % 10) is not (4 or 6 or 9) ? "one" : "other",
        "ru" or "uk" => Slavic(number),
        "ar" => Arabic(number),
        _ => number == 1 ? "one" : "other",
    };

    /// <summary>The categories that whole numbers have in this language; <c>other</c> always.</summary>
    public static IEnumerable<string> Categories(string tag) =>
        Enumerable.Range(0, HighestLookedAt).Select(n => Category(tag, n)).Append("other").Distinct();

    // Every rule here repeats itself within two hundred.
    private const int HighestLookedAt = 200;

    private static string Primary(string tag) => tag.Split('-')[0];

    private static string Slavic(long number) => (number % 10, number % 100) switch
    {
        (1, not 11) => "one",
        (>= 2 and <= 4, not (>= 12 and <= 14)) => "few",
        _ => "many",
    };

    private static string Arabic(long number) => number switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => (number % 100) switch
        {
            >= 3 and <= 10 => "few",
            >= 11 => "many",
            _ => "other",
        },
    };
}
