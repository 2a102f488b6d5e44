using EngagementBot.TextAnalytics.Learning;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.TextAnalytics.Languages;

/// <summary>Words that people of most languages say in English when they speak of the law: detainer, sheriff, warrant. They tell no language.</summary>
internal sealed class SharedTerms(IReadOnlyList<string> terms)
{
    // "De" and "no" are words of many languages too, each by its own right, and tell much by what stands beside them.
    private const int Shortest = 6;

    // Once is chance: among thousands of examples somebody says everything in English once.
    private const int FewestTimes = 3;

    private readonly HashSet<string> _terms = [.. terms];

    /// <param name="texts">By language.</param>
    public static SharedTerms Of(IReadOnlyList<IEnumerable<string>> texts)
    {
        var languages = texts.SelectMany(t => t.SelectMany(Word.Read).Select(w => w.Text).Where(IsLong).CountBy(w => w).Where(w => w.Value >= FewestTimes)).CountBy(w => w.Key);
        return new SharedTerms([.. languages.Where(w => w.Value > texts.Count / 2).Select(w => w.Key).Order(StringComparer.Ordinal)]);
    }

    public bool Has(Word word) => _terms.Contains(word.Text);

    public IReadOnlyList<Word> Without(IReadOnlyList<Word> words) => words.Any(Has) ? [.. words.Where(w => !Has(w))] : words;

    public void Write(BinaryWriter file) => file.WriteTexts(terms);

    public static SharedTerms Read(BinaryReader file) => new(file.ReadTexts());

    private static bool IsLong(string word) => word.Length >= Shortest && char.IsAsciiLetter(word[0]);
}
