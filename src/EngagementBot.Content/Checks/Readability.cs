using System.Text.RegularExpressions;
using EngagementBot.Content.Answers;

namespace EngagementBot.Content.Checks;

/// <summary>
/// How many years of school an English text asks for: the Flesch-Kincaid grade, 0.39 words a sentence + 11.8 syllables a word - 15.59
/// (Kincaid et al., 1975). Names of laws, offices, places and people are left out: nobody can make them shorter.
/// </summary>
internal static partial class Readability
{
    /// <summary>No answer asks for more.</summary>
    public const double Highest = 9.5;

    /// <summary>Half of the answers ask for no more.</summary>
    public const double HighestMedian = 8;

    public static double Grade(AnswerFile answer) => Grade(string.Join("\n\n", answer.Blocks.Select(b => b.Text.Source)));

    public static double Grade(string markdown)
    {
        int sentences = 0, words = 0, syllables = 0;
        foreach (var sentence in Sentences(markdown))
        {
            var counted = Counted(sentence);
            if (counted.Count == 0)
                continue;
            sentences++;
            words += counted.Count;
            syllables += counted.Sum(Syllables);
        }
        return sentences == 0 ? 0 : 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    // A point of a list is a sentence, whether or not it has its full stop.
    private static IEnumerable<string> Sentences(string markdown) =>
        markdown.Split('\n').SelectMany(line => SentenceEnd().Split(Abbreviation().Replace(Placeholder().Replace(line, "Name"), "US")));

    private static List<string> Counted(string sentence)
    {
        var words = Word().Matches(sentence).Select(m => m.Value).ToList();
        return [.. words.Where((word, at) => !IsName(word, at == 0) && !JoinsNames(words, at))];
    }

    private static bool IsName(string word, bool isFirst) =>
        word != "I" && ((!isFirst && char.IsUpper(word[0])) || (word.Length > 1 && word.All(char.IsUpper)));

    private static bool JoinsNames(List<string> words, int at) =>
        at > 1 && at < words.Count - 1 && words[at] is "of" or "for" or "and" or "the" && char.IsUpper(words[at - 1][0]) && char.IsUpper(words[at + 1][0]);

    private static int Syllables(string word)
    {
        var lower = word.ToLowerInvariant();
        var count = Vowels().Count(lower);
        if (count > 1 && (SilentEnd().IsMatch(lower) || SilentPast().IsMatch(lower)))
            count--;
        return Math.Max(1, count);
    }

    [GeneratedRegex(@"(?<=[.!?:;])[""”)*]*\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b(?:U\.S\.|a\.m\.|p\.m\.|No\.)")]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("[A-Za-z]['’A-Za-z-]*")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();

    [GeneratedRegex("[^aeioul]e$|[aeiou]le$")]
    private static partial Regex SilentEnd();

    [GeneratedRegex("[^td]ed$")]
    private static partial Regex SilentPast();
}
