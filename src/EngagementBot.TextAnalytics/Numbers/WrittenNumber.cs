namespace EngagementBot.TextAnalytics.Numbers;

/// <summary>One or more groups of digits, read as one number.</summary>
internal sealed class WrittenNumber
{
    /// <summary>Known, and to be left as it is: a receipt, a date, a case number.</summary>
    public const string Harmless = "";

    /// <summary>Nine digits and nothing else: of Social Security or an A-number, nobody can tell.</summary>
    private const string NineDigits = "number";

    /// <summary>Groups of one number: nine single digits, or a telephone number of Brazil with its country.</summary>
    public const int MostGroups = 9;

    private const int ShortestNumber = 6;
    private const int ShortestWithLetters = 4;
    private const int ReceiptLength = 16;
    private const int LongestGroupOfMany = 6;

    private readonly IReadOnlyList<DigitGroup> _groups;
    private readonly string _text;
    private readonly Surroundings _surroundings;
    private readonly string _digits;
    private readonly string _shape;
    private readonly GluedLetters _letters;

    public WrittenNumber(IReadOnlyList<DigitGroup> groups, Surroundings surroundings)
    {
        _groups = groups;
        _surroundings = surroundings;
        _text = surroundings.Text;
        _digits = string.Concat(groups.Select(g => g.Digits));
        _shape = string.Join('-', groups.Select(g => g.Digits.Length));
        _letters = new GluedLetters(_text, groups);
        Start = _letters.Any ? _letters.Start : WithMarks(_letters.Start);
    }

    public int Digits => _digits.Length;

    /// <summary>Letters that belong to the number, such as the A of an A-number, are part of it.</summary>
    public int Start { get; }

    public int End => _letters.End;

    /// <returns>A name as in <see cref="MaskedText.Kinds"/>, <see cref="Harmless"/>, or null if it is no known number.</returns>
    public string? Kind()
    {
        if (_digits.Length < ShortestWithLetters || (_digits.Length < ShortestNumber && !_letters.Any))
            return null;
        if (_letters.Inside)
            return KindByWords();
        if (IsCard())
            return "card";
        if (_digits.Length == ReceiptLength && _shape is "16" or "4-4-4-4")
            return Harmless;
        if (!_letters.Any && (IsHarmless() || IsFileNumber()))
            return Harmless;
        if (IsForeignPhone())
            return "phone";
        var kind = KindByWords() ?? KindByLetters() ?? KindByShape();
        return kind is null || _letters.Any || !IsAmount() ? kind : Harmless;
    }

    private string? KindByWords() => _surroundings.Kind(Start, End) switch
    {
        NumberWords.Some when Fits("phone") && !_letters.Inside => KindByShape() ?? (_digits.Length == 9 ? NineDigits : "phone"),
        { } kind when Fits(kind) => kind,
        _ => null,
    };

    // How many digits each kind has; a number that is written in groups has none longer than six before the last.
    private bool Fits(string kind) => _groups.SkipLast(1).All(g => g.Digits.Length <= LongestGroupOfMany) && kind switch
    {
        "a-number" => _digits.Length is >= 7 and <= 9 && !_letters.Inside,
        "social-security" => _digits.Length == 9 && !_letters.Any,
        "passport" => _shape is "2-2-6" or "4-6" or "10" || _digits.Length is >= 6 and <= 9,
        "driver-licence" => _digits.Length is >= ShortestWithLetters and <= 14,
        "phone" => _digits.Length is >= 7 and <= 15 && !_letters.Any,
        _ => false,
    };

    private string? KindByLetters() => _letters.Before switch
    {
        "A" when _digits.Length is >= 7 and <= 9 => "a-number",
        // A receipt number of the immigration service: three letters and ten digits.
        { Length: 3 } when _shape == "10" => "a-number",
        // Florida; Maryland, Michigan and Minnesota; Illinois and Wisconsin.
        { Length: 1 } when _shape is "3-3-2-3-1" or "3-3-3-3" or "3-4-4" or "3-4-4-2" => "driver-licence",
        _ => null,
    };

    // Federal numbers and telephone numbers, as they are printed and as they are typed.
    private string? KindByShape() => _shape switch
    {
        "3-2-4" => "social-security",
        "3-3-3" => "a-number",
        "9" => NineDigits,
        "3-3-4" or "10" or "3-7" or "6-4" => "phone",
        "1-3-3-4" or "1-10" or "11" or "1-3-7" when _digits[0] == '1' => "phone",
        "11" or "4-3-3" or "4-3-4" or "2-2-2-2-2" or "3-4-4" or "4-4-3" or "3-8" when _digits[0] == '0' => "phone",
        "2-5-4" or "2-9" when _text[Start] == '(' => "phone",
        "1-3-3-2-2" or "11" when _digits[0] is '7' or '8' => "phone",
        _ => null,
    };

    private bool IsForeignPhone() =>
        _digits.Length is >= 10 and <= 15 && !_letters.Any && (_text[Start] is '+' or '＋' || _digits.StartsWith("00", StringComparison.Ordinal));

    private bool IsCard() =>
        _digits.Length is >= 13 and <= 19 && !_letters.Any && _groups.All(g => _groups.Count == 1 || g.Digits.Length > 2) && IsLuhn(_digits);

    // Dates and years, numbers of cases (2026-000123), ZIP codes with their addition.
    private bool IsHarmless() => _shape switch
    {
        // A Russian passport may look like a case, but is written with a space.
        "4-6" when IsYear(0) => _text[_groups[0].End] != ' ',
        "4-4" when IsYear(0) => IsYear(1),
        "5-4" => true,
        _ => _groups.Count == 3 && WrittenDate.IsDate(_groups[0], _groups[1], _groups[2]),
    };

    // In the shape of a telephone or Social Security number it is one, whatever stands before it.
    private bool IsFileNumber() => (_groups.Count == 1 || _shape == "3-3-3") && _text[Start] is not ('+' or '＋')
        && NumberWords.Known.IsFileNumber(_text, Start, End, mayBeANumber: _digits.Length == 9);

    private bool IsYear(int group) => _groups[group].Digits.Length == 4 && _groups[group].Digits[..2] is "19" or "20";

    private bool IsAmount() => (Start > 0 && char.GetUnicodeCategory(_text[Start - 1]) == System.Globalization.UnicodeCategory.CurrencySymbol)
        || (End < _text.Length && char.GetUnicodeCategory(_text[End]) == System.Globalization.UnicodeCategory.CurrencySymbol)
        || NumberWords.Known.IsAmount(_text, End);

    // "+1 (555)": both belong to the number.
    private int WithMarks(int start)
    {
        if (start > 0 && (_text[start - 1] is '(' or '（') && _text.AsSpan(start, End - start).IndexOfAny(')', '）') > 0)
            start--;
        return start > 0 && (_text[start - 1] is '+' or '＋') ? start - 1 : start;
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
