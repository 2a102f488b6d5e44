namespace EngagementBot.TextAnalytics.Words;

/// <summary>Cuts a text into folded words in one pass.</summary>
internal sealed class WordReader(string text)
{
    private readonly List<Word> _words = new(text.Length / 5 + 1);
    private readonly char[] _letters = new char[text.Length];
    private int _length;
    private int _start;
    private int _sentence;

    public IReadOnlyList<Word> Read()
    {
        for (var at = 0; at < text.Length; at++)
            Take(Letters.Fold(text[at]), at);
        Finish(text.Length);
        return _words;
    }

    private void Take(char letter, int at)
    {
        if (letter == Letters.Dropped || IsInsideWord(letter, at))
            return;
        if (Letters.IsIdeograph(letter))
        {
            Finish(at);
            Append(letter, at);
            Finish(at + 1);
        }
        else if (Letters.IsPartOfWord(letter))
        {
            Append(letter, at);
        }
        else
        {
            Finish(at);
            if (letter is '.' or '!' or '?' or ';' or '\n' or '؟' or '؛' or '。' or '？' or '！' or '।')
                _sentence++;
        }
    }

    // don't is one word, and so is 287(g).
    private bool IsInsideWord(char letter, int at) => letter switch
    {
        '\'' => _length > 0 && at + 1 < text.Length && char.IsLetter(text[at + 1]),
        '(' => _length > 0 && at == _start + _length && char.IsAsciiDigit(_letters[_length - 1]) && at + 2 < text.Length && text[at + 2] == ')',
        _ => false,
    };

    private void Append(char letter, int at)
    {
        if (_length == 0)
            _start = at;
        _letters[_length++] = letter;
    }

    private void Finish(int end)
    {
        if (_length == 0)
            return;
        var word = new string(_letters, 0, Calm(_letters.AsSpan(0, _length)));
        _length = 0;
        if (word == "g" && _words is [.., { Text: "287" } number])
            _words[^1] = number with { Text = "287g", Length = end - number.Start };
        else
            _words.Add(new Word(word, _start, end - _start, _sentence));
    }

    // A letter written three times or more is a way of shouting: heeelp, siiii. Numbers mean what they are.
    private static int Calm(Span<char> letters)
    {
        var kept = 0;
        for (var at = 0; at < letters.Length;)
        {
            var end = at;
            while (end < letters.Length && letters[end] == letters[at])
                end++;
            var times = end - at >= 3 && char.IsLetter(letters[at]) ? 1 : end - at;
            letters.Slice(at, times).CopyTo(letters[kept..]);
            kept += times;
            at = end;
        }
        return kept;
    }
}
