using System.Text.Json.Serialization;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.TextAnalytics.Numbers;

/// <summary><c>number-words.json</c>: what people write beside a number that says what it is. All languages at once, since
/// people name their documents in the language of the office.</summary>
internal sealed class NumberWords
{
    /// <summary>"My number is": which one it is, its length must say.</summary>
    public const string Some = "some-number";

    /// <summary>What only looks like such a word: of 生病, to fall ill, the first sign means born.</summary>
    public const string Other = "other";

    /// <summary>Of a badge, a plate, a receipt: nobody is found by it.</summary>
    public const string FileNumber = "file-number";

    /// <summary>Of a case or a file. That of an immigration case is the A-number: of nine digits, it may be one.</summary>
    public const string CaseNumber = "case-number";

    public const string Amount = "amount";
    public const string BirthDate = "birth-date";

    // "my passport number is the following:", "is the number of my passport"
    private const int ReachBefore = 30;
    private const int ReachAfter = 22;
    private const int WordsAfter = 4;

    // Of a sentence, so that a long text of numbers is not read once more for each of them.
    private const int ReachInSentence = 120;

    private static readonly HashSet<string> NamedAnywhere = ["a-number", "social-security", "phone"];

    private readonly PhraseBook<string> _kinds = new();
    private readonly PhraseBook<string> _birth = new();
    private readonly PhraseBook<string> _birthAfter = new();
    private readonly PhraseBook<string> _amounts = new();
    private readonly HashSet<string> _months;
    private readonly HashSet<string> _besideMonths;
    private readonly HashSet<string> _breaks;
    private readonly HashSet<string> _links;

    private NumberWords()
    {
        var file = Embedded.Read<File>("number-words.json");
        foreach (var (kind, words) in file.Kinds)
            Add(kind == BirthDate ? _birth : _kinds, kind, words.Values);
        Add(_birthAfter, BirthDate, file.After[BirthDate].Values);
        Add(_birthAfter, Other, file.After[Other].Values);
        Add(_amounts, Amount, file.After[Amount].Values);
        _months = [.. file.Months.Values.SelectMany(m => m).Select(Word.Fold)];
        _besideMonths = [.. file.BesideMonths.Select(Word.Fold)];
        _breaks = [.. file.Breaks.Select(Word.Fold)];
        _links = [.. file.Links.Select(Word.Fold)];
    }

    public static NumberWords Known { get; } = new();

    /// <summary>The kind that the words before the number name; null if none.</summary>
    public string? KindBefore(string text, int start) => Before(_kinds, text, start);

    /// <summary>The words right before it say that it is a <see cref="FileNumber"/> or a <see cref="CaseNumber"/>, since the officer of a case has a
    /// telephone too; and none behind it, or in its sentence, name it as a person's: "ticket 5125550123 is my phone".</summary>
    public bool IsFileNumber(string text, int start, int end, bool mayBeANumber)
    {
        var (nearest, words) = Nearest(_kinds, text, start);
        return nearest is { } match && (match.Value == FileNumber || (match.Value == CaseNumber && !mayBeANumber))
            && words.Skip(match.Last + 1).All(w => _links.Contains(w.Text)) && KindBefore(text, start) == match.Value
            && KindAfter(text, end) is null or FileNumber or CaseNumber or Other && !IsNamedInSentence(text, start, end);
    }

    public string? KindAfter(string text, int end) => After(_kinds, text, end);

    public bool IsBirth(string text, int start, int end) =>
        Before(_birth, text, start, _breaks) is not null || After(_birthAfter, text, end) == BirthDate;

    public bool IsAmount(string text, int end) => After(_amounts, text, end, words: 1) is not null;

    public bool IsMonth(string word) => _months.Contains(word);

    public bool StandsInDate(string word) => _months.Contains(word) || _besideMonths.Contains(word);

    // Words that belong to another number, or to the sentence before, say nothing of this one.
    private static string? Before(PhraseBook<string> book, string text, int start, HashSet<string>? breaks = null)
    {
        if (Nearest(book, text, start) is not ({ } nearest, var words))
            return null;
        var from = Math.Max(0, start - ReachBefore);
        if (breaks is not null && words.Skip(nearest.Last + 1).Any(w => breaks.Contains(w.Text)))
            return null;
        return IsClear(text.AsSpan(from + words[nearest.Last].End, start - from - words[nearest.Last].End)) ? nearest.Value : null;
    }

    private static (PhraseMatch<string>? Match, IReadOnlyList<Word> Words) Nearest(PhraseBook<string> book, string text, int start)
    {
        var words = Word.Read(text[Math.Max(0, start - ReachBefore)..start]);
        return (book.Find(words).OrderByDescending(m => m.Last).ThenBy(m => m.First).Cast<PhraseMatch<string>?>().FirstOrDefault(), words);
    }

    private static string? After(PhraseBook<string> book, string text, int end, int words = WordsAfter)
    {
        var following = Word.Read(text[end..Math.Min(text.Length, end + ReachAfter)]);
        var matches = book.Find(following);
        if (matches.Count == 0 || matches[0].First >= words)
            return null;
        var nearest = matches.OrderBy(m => m.First).ThenByDescending(m => m.Last).First();
        return IsClear(text.AsSpan(end, following[nearest.First].Start)) ? nearest.Value : null;
    }

    private bool IsNamedInSentence(string text, int start, int end)
    {
        var (from, to) = (start, end);
        while (from > 0 && start - from < ReachInSentence && !IsEnd(text, from - 1))
            from--;
        while (to < text.Length && to - end < ReachInSentence && !IsEnd(text, to))
            to++;
        return IsNamed(text[from..start]) || IsNamed(text[end..to]);
    }

    private bool IsNamed(string words) => _kinds.Find(Word.Read(words)).Any(m => NamedAnywhere.Contains(m.Value));

    // The dot of "no." ends nothing, that of "... in Mexico. On" does.
    private static bool IsEnd(string text, int at) =>
        EndsSentence(text[at]) || (text[at] == '.' && at >= 3 && char.IsLetter(text[at - 3]) && char.IsLetter(text[at - 1]));

    private static bool IsClear(ReadOnlySpan<char> between)
    {
        foreach (var letter in between)
        {
            if (char.IsDigit(letter) || EndsSentence(letter))
                return false;
        }
        // The dot of "no." ends nothing, that of "... in Mexico. On" does.
        var dot = between.IndexOf('.');
        return dot < 3 || !char.IsLetter(between[dot - 3]) || !char.IsLetter(between[dot - 1]);
    }

    private static bool EndsSentence(char letter) => letter is '?' or '!' or ';' or '。' or '？' or '！' or '؟' or '؛' or '।';

    private static void Add(PhraseBook<string> book, string kind, IEnumerable<string[]> words)
    {
        foreach (var phrase in words.SelectMany(w => w))
            book.Add(phrase, kind);
    }

    /// <summary>Kind, then language, then the words.</summary>
    private sealed record File(
        Dictionary<string, Dictionary<string, string[]>> Kinds, Dictionary<string, Dictionary<string, string[]>> After,
        Dictionary<string, string[]> Months, [property: JsonPropertyName("beside-months")] string[] BesideMonths, string[] Links, string[] Breaks);
}
