using System.Globalization;

namespace EngagementBot.Tests.TextAnalytics;

/// <summary>Numbers as people have and type them; always the same ones.</summary>
internal sealed class MadeUpNumbers(int seed)
{
    private static readonly Dictionary<string, string> March = new()
    {
        ["en"] = "March", ["es"] = "marzo", ["pt-BR"] = "março", ["ht"] = "mas", ["fr"] = "mars", ["vi"] = "tháng 3", ["tl"] = "Marso", ["ru"] = "марта", ["ar"] = "مارس", ["hi"] = "मार्च",
    };

    private static readonly Dictionary<string, string> Scripts = new() { ["ar"] = "٠١٢٣٤٥٦٧٨٩", ["hi"] = "०१२३४५६७८९", ["zh-Hans"] = "０１２３４５６７８９" };

    private readonly Random _random = new(seed);

    public string Of(string kind, string language) => InScript(language, kind switch
    {
        "a-number" => One(Like("#0000000"), Like("#00000000"), Like("A#00000000"), Like("A #0000000"), Like("#00 000 000"), Like("A#00-000-000"), Like("A-#0000000")),
        "social-security" => One(Like("#00-00-0000"), Like("#00 00 0000"), Like("#00000000")),
        "passport" => One(Like("#00000000"), Like("G00000000"), Like("P0000000A"), Like("AB0000000"), Like("#000000")),
        "driver-licence" => One(Like("D0000000"), Like("#0000000"), Like("S300-000-00-000-0"), Like("300AA4567"), Like("K00-12-0000"), Like("A0000 00000 00000"), Like("S300-0000-0000")),
        "phone" => One(Like("(#00) 000-0000"), Like("#00-000-0000"), Like("+1 #000000000"), "55 1234 5678", Like("010-0000-0000"), Like("0912 000 000"), Like("138 0000 0000"), Like("8 (916) 000-00-00"), Like("06 00 00 00 00")),
        _ => Date(language, 1940, 2010),
    });

    /// <summary>A day of an event, a badge, a street number, a price, a case, a ZIP code, a long number of a badge, and of a case, which has never nine digits:
    /// <c>{d} {b} {s} {p} {c} {z} {k} {f}</c>.</summary>
    public string FillWithHarmless(string text, string language) => text
        .Replace("{d}", InScript(language, Date(language, 2024, 2027)), StringComparison.Ordinal)
        .Replace("{b}", One(Like("#00"), Like("#0000")), StringComparison.Ordinal)
        .Replace("{s}", One(Like("#00"), Like("#0000")), StringComparison.Ordinal)
        .Replace("{p}", One("200", "1,500", "12 000", "1.250"), StringComparison.Ordinal)
        .Replace("{c}", Like("2026-000000"), StringComparison.Ordinal)
        .Replace("{k}", InScript(language, One(Like("#0000000"), Like("#00000000"), Like("#000000000"))), StringComparison.Ordinal)
        .Replace("{f}", InScript(language, One(Like("#0000000"), Like("#000000000"))), StringComparison.Ordinal)
        .Replace("{z}", One(Like("#0000"), Like("#0000-0000")), StringComparison.Ordinal);

    private string Date(string language, int from, int until)
    {
        var (year, month, day) = (_random.Next(from, until), _random.Next(1, 13), _random.Next(1, 29));
        return language switch
        {
            "zh-Hans" => One($"{year}年{month}月{day}日", Invariant($"{year}-{month:00}-{day:00}")),
            "ko" => One($"{year}년 {month}월 {day}일", Invariant($"{year}.{month:00}.{day:00}")),
            _ => One($"{month}/{day}/{year}", Invariant($"{day:00}.{month:00}.{year}"), Invariant($"{month:00}/{day:00}/{year % 100:00}"), $"{day} {March[language]} {year}"),
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // # is a digit that is not 0, 0 any.
    private string Like(string pattern) =>
        string.Concat(pattern.Select(c => c switch { '#' => (char)('1' + _random.Next(9)), '0' => (char)('0' + _random.Next(10)), _ => c }));

    private string One(params string[] ways) => ways[_random.Next(ways.Length)];

    private string InScript(string language, string number) => Scripts.TryGetValue(language, out var digits) && _random.Next(3) == 0
        ? string.Concat(number.Select(c => char.IsAsciiDigit(c) ? digits[c - '0'] : c))
        : number;
}
