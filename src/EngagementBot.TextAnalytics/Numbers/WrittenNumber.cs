namespace EngagementBot.TextAnalytics.Numbers;

/// <summary>One or more groups of digits, read as one number.</summary>
internal sealed class WrittenNumber
{
    /// <summary>Known, and to be left as it is: a receipt.</summary>
    public const string Harmless = "";

    private const int ReceiptLength = 16;

    private readonly List<DigitGroup> _groups;
    private readonly string _text;
    private readonly string _digits;
    private readonly string _shape;
    private readonly string _letters;

    public WrittenNumber(List<DigitGroup> groups, string text)
    {
        _groups = groups;
        _text = text;
        _digits = string.Concat(groups.Select(g => g.Digits));
        _shape = string.Join('-', groups.Select(g => g.Digits.Length));
        _letters = LettersBefore();
    }

    /// <summary>Letters that belong to the number, such as the A of an A-number, are part of it.</summary>
    public int Start => _groups[0].Start - _letters.Length;

    public int End => _groups[^1].End;

    /// <returns>A name as in <see cref="MaskedText.Kinds"/>, <see cref="Harmless"/>, or null if it is no known number.</returns>
    public string? Kind()
    {
        var letters = _letters.TrimEnd(' ', '-', '#', '.');
        if (_digits.Length < 6 || letters.Length > 3)
            return null;
        if (letters is "A" or "a" && _digits.Length is >= 7 and <= 9)
            return "a-number";
        // A receipt number of the immigration service: three letters and ten digits.
        if (letters.Length == 3 && _shape == "10")
            return "a-number";
        if (_digits.Length is >= 13 and <= 19 && !_shape.Split('-').Any(g => g.Length == 1 && g[0] < '3') && IsLuhn(_digits))
            return "card";
        if (_digits.Length == ReceiptLength && _shape is "16" or "4-4-4-4")
            return Harmless;
        if (_text[..Start].EndsWith('+') && _digits.Length is >= 10 and <= 15)
            return "phone";
        return KindByShape() ?? KindByWords();
    }

    // Federal numbers and North American phone numbers, as they are printed and as they are typed.
    private string? KindByShape() => _shape switch
    {
        "3-2-4" => "social-security",
        "3-3-3" or "9" => NumberWords.Known.Before(_text, Start) ?? "a-number",
        "3-3-4" or "10" or "3-7" or "6-4" => "phone",
        "1-3-3-4" or "1-10" or "11" or "1-3-7" when _digits[0] == '1' => "phone",
        _ => null,
    };

    private string? KindByWords()
    {
        if (_groups.Count > 3 || _digits.Length > 10)
            return null;
        return NumberWords.Known.Before(_text, Start);
    }

    // "A# 204 399 112", "A-204399112", "EAC2190012345"; but "paid a 2043991" holds an article.
    private string LettersBefore()
    {
        var end = _groups[0].Start;
        var start = end;
        while (start > 0 && end - start < 3 && _text[start - 1] is ' ' or '-' or '#' or '.')
            start--;
        var first = start;
        while (first > 0 && char.IsAsciiLetter(_text[first - 1]))
            first--;
        var isParted = _text.AsSpan(start, end - start).Contains(' ');
        var belongs = first < start && (first == 0 || !char.IsLetterOrDigit(_text[first - 1])) && (start == end || _text[first..start] is "A" || (!isParted && _text[first..start] is "a"));
        return belongs ? _text[first..end] : "";
    }

    private static bool IsLuhn(string digits)
    {
        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            var digit = digits[^(at + 1)] - '0';
            if (at % 2 == 1)
                digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
