using System.Text.RegularExpressions;
using EngagementBot.Content.Answers;
using EngagementBot.Content.Locales;

namespace EngagementBot.Content.Checks;

/// <summary>Whether an answer is in the letters of its language. A term that residents know in English stands in brackets beside its translation.</summary>
internal static partial class ScriptCheck
{
    private const int MostLatinWords = 3;
    private static readonly string[] Small = ["of", "and", "for", "the", "on", "in", "v."];

    public static void Check(AnswerFile answer, LanguageProfile language, Problems problems)
    {
        if (language.Name.Any(char.IsAsciiLetter))
            return;
        foreach (var (text, line) in answer.Blocks.Select(b => (b.Text, b.Line)).Append((answer.Short, 1)).Append((new Template(answer.Front.Title), 1)))
        {
            foreach (Match run in LatinRun().Matches(Aside().Replace(text.Source, " ")))
            {
                var words = run.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (words.Length > MostLatinWords && !IsName(words))
                    problems.Add(answer.File, line, $"\"{run.Value.Trim()}\" is in Latin letters.", "Translate it; a term that residents know in English stands in brackets beside its translation.");
            }
        }
    }

    // "Law Enforcement Immigration Task Force".
    private static bool IsName(string[] words) => words.All(w => char.IsUpper(w[0]) || Small.Contains(w));

    // What is quoted is to be said in English.
    [GeneratedRegex("""\([^()]*\)|（[^（）]*）|\{[^}]*\}|https?://\S+|"[^"]*"|“[^”]*”|«[^»]*»|'[^']*'|「[^」]*」""")]
    private static partial Regex Aside();

    [GeneratedRegex(@"[A-Za-z][A-Za-z'’.-]*(?: +[A-Za-z][A-Za-z'’.-]*)+")]
    private static partial Regex LatinRun();
}
