using System.Text;
using System.Text.RegularExpressions;

namespace EngagementBot.Content.Locales;

/// <summary>A text with <c>{placeholders}</c>, cut into its pieces once, when the content is read.</summary>
internal sealed partial class Template
{
    private readonly (string Text, bool IsPlaceholder)[] _pieces;

    public Template(string source)
    {
        Source = source;
        var pieces = new List<(string, bool)>();
        var at = 0;
        foreach (Match match in Placeholder().Matches(source))
        {
            if (match.Index > at)
                pieces.Add((source[at..match.Index], false));
            pieces.Add((match.Groups[1].Value, true));
            at = match.Index + match.Length;
        }
        if (at < source.Length)
            pieces.Add((source[at..], false));
        _pieces = [.. pieces];
    }

    public string Source { get; }

    public IEnumerable<string> Placeholders => _pieces.Where(p => p.IsPlaceholder).Select(p => p.Text).Distinct();

    /// <summary>Puts in what <paramref name="value"/> knows; a placeholder for which it returns null stays as it is.</summary>
    public string Render(Func<string, string?> value)
    {
        if (_pieces.Length == 1 && !_pieces[0].IsPlaceholder)
            return _pieces[0].Text;
        var text = new StringBuilder(Source.Length + 32);
        foreach (var (piece, isPlaceholder) in _pieces)
            text.Append(isPlaceholder ? value(piece) ?? $"{{{piece}}}" : piece);
        return text.ToString();
    }

    [GeneratedRegex(@"\{([a-zA-Z][a-zA-Z0-9.\-]*)\}")]
    private static partial Regex Placeholder();
}
