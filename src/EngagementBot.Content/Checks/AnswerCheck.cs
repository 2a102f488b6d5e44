using System.Globalization;
using EngagementBot.Content.Answers;
using EngagementBot.Content.Locales;

namespace EngagementBot.Content.Checks;

/// <summary>Whether an answer is fit to be read: its length, its sources, its age.</summary>
internal sealed class AnswerCheck(ContentReader reader, HashSet<string> unwanted, DateOnly today)
{
    private const int LongestTitle = 70;
    private const int LongestGsm7 = 300;
    private const int LongestUcs2 = 200;
    private const int FewestQuestions = 20;

    // About 150; a placeholder is a word here and several when it is filled.
    private const int MostWords = 155;

    // A word or two may be the same in two languages.
    private const int LongestSame = 60;

    // An agency may hold several agreements; all three at once have no answer of their own.
    private static readonly string[][] Agencies = [["none"], ["considering"], ["unknown"], .. Block.Models.Select(m => new[] { m }), ["JEM", "WSO"], ["WSO", "TFM"]];

    public void Check(AnswerFile answer)
    {
        var front = answer.Front;
        if (front.Title.Length > LongestTitle)
            Add(answer, $"The title has {front.Title.Length} characters.", $"Shorten it to {LongestTitle}: it is what a button says.");
        if (front.Questions.Count < FewestQuestions)
            Add(answer, $"There are {front.Questions.Count} questions.", $"Write at least {FewestQuestions}, as residents type them.");
        CheckShort(answer);
        CheckSources(answer);
        CheckOriginal(answer);
        CheckWords(answer);
        if (answer.Reviewed < today.AddYears(-1))
            reader.Problems.Warn(answer.File, 1, $"It was last reviewed on {answer.Reviewed:yyyy-MM-dd}.", "Check it against its sources and write today's date.");
    }

    private void CheckShort(AnswerFile answer)
    {
        var segments = SmsSegments.Of(answer.Short.Source);
        var longest = segments.IsGsm7 ? LongestGsm7 : LongestUcs2;
        if (segments.Characters > longest)
        {
            var why = segments.IsGsm7 ? "GSM-7" : $"UCS-2 because of \"{segments.Culprit}\"";
            Add(answer, $"\"short\" has {segments.Characters} characters, {segments.Segments} segments in {why}.", $"Shorten it to {longest}.");
        }
    }

    private void CheckSources(AnswerFile answer)
    {
        if (answer.Front.Sources.Count > 4)
            Add(answer, $"There are {answer.Front.Sources.Count} sources.", "Name the four best.");
        foreach (var source in answer.Front.Sources)
        {
            if (source.Title.Length == 0)
                Add(answer, "A source has no title.", "Say what it is: who wrote it, and when.");
            if (new Template(source.Url).Placeholders.Any())
                continue;
            if (!Uri.TryCreate(source.Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
                Add(answer, $"The source \"{source.Title}\" has no absolute https address.", "Give it one that a resident can open.");
            else if (unwanted.Any(u => url.Host == u || url.Host.EndsWith("." + u, StringComparison.Ordinal)))
                Add(answer, $"The source {url.Host} is on the list of unwanted copies.", "Name the primary document instead (locales/unwanted-sources.txt).");
        }
        if (answer.Front.Sources.Count > 0 && answer.Front.Sources.All(s => new Template(s.Url).Placeholders.Any()))
            Add(answer, "The agency is its only source.", "Add one public page.");
    }

    private void CheckWords(AnswerFile answer)
    {
        if (reader.Profiles.GetValueOrDefault(Tag(answer)) is { } language)
            ScriptCheck.Check(answer, language, reader.Problems);
        if (Tag(answer) != ContentLibrary.ReferenceTag)
            return;
        if (Readability.Grade(answer) is var grade and > Readability.Highest)
            Add(answer, string.Create(CultureInfo.InvariantCulture, $"It asks for {grade:0.0} years of school."), $"Use shorter sentences and words: at most {Readability.Highest.ToString(CultureInfo.InvariantCulture)}.");
        foreach (var agency in Agencies)
        {
            if (Words(answer, agency) is var words and > MostWords)
                Add(answer, $"It has {words} words for an agency that is {string.Join(" and ", agency)}.", "Shorten it to 150.");
        }
    }

    private static int Words(AnswerFile answer, string[] agency) =>
        answer.Blocks.Where(b => b.IsShown(agency)).Sum(b => b.Text.Source.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit)));

    private static string Tag(AnswerFile answer) => Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(answer.File)))!;

    private void CheckOriginal(AnswerFile answer)
    {
        var reference = reader.AnswerFiles[ContentLibrary.ReferenceTag].GetValueOrDefault(answer.Topic);
        if (reference is null || reference == answer)
            return;
        if (Text(answer) == Text(reference) && Text(answer).Length > LongestSame)
            Add(answer, "It is the English answer, word for word.", "Translate it.");
        if (answer.Front.Of == reference.Hash)
            return;
        Add(
            answer, answer.Front.Of is null ? "\"of\" is missing: it is not known which English text this follows." : "The English answer has changed since this was written.",
            "Bring it up to date, then run check --stamp.");
    }

    private static string Text(AnswerFile answer) => string.Join('\n', answer.Blocks.Select(b => b.Text.Source));

    private void Add(AnswerFile answer, string what, string remedy) => reader.Problems.Add(answer.File, 1, what, remedy);
}
