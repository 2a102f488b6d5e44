using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EngagementBot.Casework.Receipts;

/// <summary>The resident's key to a case: 16 digits, shown 4 by 4. The last is a check digit after ISO/IEC 7064, MOD 11,10;
/// a number that would also pass the Luhn check is never drawn, or masking would take it for a payment card.</summary>
public static class Receipt
{
    public const int Length = 16;

    /// <summary>A new random receipt: 15 digits of chance, about 10^15 possibilities.</summary>
    public static string Draw()
    {
        while (true)
        {
            var digits = RandomNumberGenerator.GetString("0123456789", Length - 1);
            var receipt = digits + CheckDigit(digits);
            if (!PassesLuhn(receipt))
                return receipt;
        }
    }

    /// <summary>1234 5678 9012 3456.</summary>
    public static string Show(string receipt) => $"{receipt[..4]} {receipt[4..8]} {receipt[8..12]} {receipt[12..]}";

    public static bool IsValid(ReadOnlySpan<char> digits) =>
        digits.Length == Length && CheckDigit(digits[..^1]) == digits[^1] && !PassesLuhn(digits);

    /// <summary>Finds the receipt in a message: 16 digits of any script, with spaces or dashes between them.</summary>
    /// <returns>The first valid one, else the first with a slip, else null. A number that passes the Luhn check is a card's.</returns>
    public static ReceiptInText? Find(string text)
    {
        var found = All(text);
        return found.Find(r => r.IsValid) ?? found.FirstOrDefault();
    }

    /// <summary>The message as it may be stored and logged: of each receipt only the last four digits.</summary>
    public static string CoverAll(string text) => Enumerable.Reverse(All(text)).Aggregate(text, (covered, receipt) => receipt.Cover(covered));

    private static List<ReceiptInText> All(string text)
    {
        var found = new List<ReceiptInText>();
        var digits = new StringBuilder(Length + 1);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var digit = i < text.Length ? CharUnicodeInfo.GetDecimalDigitValue(text[i]) : -1;
            if (digit >= 0)
            {
                start = digits.Length == 0 ? i : start;
                digits.Append((char)('0' + digit));
            }
            else if (i == text.Length || digits.Length > 0 && !IsSeparator(text[i]))
            {
                if (digits.Length == Length && !PassesLuhn(digits.ToString()))
                    found.Add(new ReceiptInText(digits.ToString(), start, End(text, i), IsValid(digits.ToString())));
                digits.Clear();
            }
        }
        return found;
    }

    private static int End(string text, int end)
    {
        while (CharUnicodeInfo.GetDecimalDigitValue(text[end - 1]) < 0)
            end--;
        return end;
    }

    private static bool IsSeparator(char c) =>
        c is ' ' or '-' or '\u00a0' or '\u2010' or '\u2011' or '\u2013' || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    internal static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (product + digit - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char)('0' + (11 - product) % 10);
    }

    private static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit * 2 % 10 + digit * 2 / 10;
        }
        return sum % 10 == 0;
    }
}

/// <param name="IsValid">False for 16 digits whose check digit is wrong: a slip of the finger.</param>
public sealed record ReceiptInText(string Digits, int Start, int End, bool IsValid)
{
    /// <summary>The message with all but the last four digits covered: what is stored and logged of it.</summary>
    public string Cover(string text) => $"{text[..Start]}•••• •••• •••• {Digits[^4..]}{text[End..]}";
}
