using System.Globalization;
using System.Text;

namespace EngagementBot.TextAnalytics.Words;

/// <summary>Letters as they are compared: lower case, without accents and harakat, digits of every script as 0 to 9.</summary>
internal static class Letters
{
    public const char Dropped = '\0';
    private const int Tabled = 0x2000;
    private static readonly char[] Table = BuildTable();

    /// <returns><see cref="Dropped"/> for what does not count at all, such as a tatweel or a joining accent.</returns>
    public static char Fold(char letter) => letter < Tabled ? Table[letter] : FoldRare(letter);

    /// <summary>Chinese and Japanese are written without spaces: each character stands for a word.</summary>
    public static bool IsIdeograph(char letter) => letter is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';

    public static bool IsArabic(char letter) => letter is >= '\u0600' and <= '\u06FF';

    public static bool IsPartOfWord(char letter) =>
        letter < 0x80 ? char.IsAsciiLetterOrDigit(letter) : char.IsLetterOrDigit(letter) || IsMark(letter);

    // Vowel signs of Devanagari and Bengali are marks, and part of the word.
    private static bool IsMark(char letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static char[] BuildTable()
    {
        var table = new char[Tabled];
        for (var code = 0; code < Tabled; code++)
            table[code] = FoldSlowly((char)code);
        return table;
    }

    private static char FoldSlowly(char letter) => letter switch
    {
        >= '\u0300' and <= '\u036F' => Dropped,
        >= '\u064B' and <= '\u065F' or 'ـ' or '\u0670' or '\u061C' or '\u00AD' => Dropped,
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ة' or 'ۀ' or 'ہ' => 'ه',
        'ى' or 'ئ' or 'ی' => 'ي',
        'ؤ' => 'و',
        'ک' => 'ك',
        'đ' or 'Đ' => 'd',
        'ł' or 'Ł' => 'l',
        'ø' or 'Ø' => 'o',
        'ß' => 's',
        'ı' or 'İ' => 'i',
        _ => FoldAccent(letter),
    };

    private static char FoldAccent(char letter)
    {
        if (CharUnicodeInfo.GetDecimalDigitValue(letter) is var digit and >= 0)
            return (char)('0' + digit);
        var lower = char.ToLowerInvariant(letter);
        var decomposed = lower.ToString().Normalize(NormalizationForm.FormD);
        return decomposed.Length > 1 && decomposed[1] is >= '\u0300' and <= '\u036F' ? decomposed[0] : lower;
    }

    private static char FoldRare(char letter) => letter switch
    {
        '\u2018' or '\u2019' => '\'',
        >= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2060' and <= '\u2069' or '\uFE0F' or '\uFEFF' => Dropped,
        >= '\uFF10' and <= '\uFF19' => (char)(letter - '\uFF10' + '0'),
        _ => letter,
    };
}
