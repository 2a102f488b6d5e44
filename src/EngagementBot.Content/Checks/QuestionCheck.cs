using System.Globalization;
using System.Text;
using EngagementBot.Content.Answers;

namespace EngagementBot.Content.Checks;

/// <summary>Finds questions that are nearly the same, in one file or under two topics of a language: they teach the understanding nothing, or something wrong.</summary>
internal sealed class QuestionCheck(ContentReader reader)
{
    // Of all words of two questions, the share that both have.
    private const double NearlyTheSame = 0.8;

    public void Check()
    {
        foreach (var (tag, answers) in reader.AnswerFiles)
            Check(answers.Values, reader.Profiles.GetValueOrDefault(tag)?.Fillers ?? []);
    }

    private void Check(IEnumerable<AnswerFile> answers, IReadOnlyList<string> fillers)
    {
        var leftOut = fillers.Select(f => Words(f, [])).Where(w => w.Count == 1).Select(w => w.First()).ToHashSet();
        var questions = answers.SelectMany(a => a.Front.Questions.Select(q => (Answer: a, Text: q, Words: Words(q, leftOut)))).ToList();
        // Near-duplicates share a word; the rarest word of a question finds them without comparing all with all.
        var byWord = questions.SelectMany((q, i) => q.Words.Select(w => (w, i))).ToLookup(p => p.w, p => p.i);
        for (var i = 0; i < questions.Count; i++)
        {
            var (answer, text, words) = questions[i];
            if (words.Count == 0)
                continue;
            foreach (var other in words.SelectMany(w => byWord[w]).Where(o => o > i).Distinct().Where(o => AreNear(words, questions[o].Words)))
                reader.Problems.Add(questions[other].Answer.File, 1, $"\"{questions[other].Text}\" is nearly \"{text}\" of {answer.Topic}.", "Replace one by another way to ask.");
        }
    }

    private static bool AreNear(HashSet<string> a, HashSet<string> b)
    {
        var shared = a.Count(b.Contains);
        return shared >= NearlyTheSame * (a.Count + b.Count - shared);
    }

    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';

    private static HashSet<string> Words(string text, HashSet<string> leftOut)
    {
        var plain = new StringBuilder();
        var before = ' ';
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            var category = char.GetUnicodeCategory(c);
            // Where no spaces are written, two signs beside each other stand for a word.
            if (IsIdeograph(c))
                plain.Append(' ').Append(before).Append(c).Append(' ');
            else if (category != UnicodeCategory.NonSpacingMark)
                plain.Append(char.IsLetterOrDigit(c) || category == UnicodeCategory.SpacingCombiningMark ? char.ToLowerInvariant(c) : ' ');
            before = IsIdeograph(c) ? c : ' ';
        }
        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !leftOut.Contains(w)).ToHashSet();
    }
}
