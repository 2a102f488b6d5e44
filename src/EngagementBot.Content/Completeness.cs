using EngagementBot.Content.Agencies;
using EngagementBot.Content.Dialogs;
using EngagementBot.Content.Locales;

namespace EngagementBot.Content;

/// <summary>Whether everything that may be said exists in every language, with the same placeholders. A start refuses otherwise.</summary>
internal sealed class Completeness(string folder, ContentReader content, IReadOnlyDictionary<string, DialogScript> dialogs)
{
    public void Check()
    {
        CheckKeys();
        CheckGroups();
        foreach (var (tag, texts) in content.Texts)
        {
            if (tag != ContentLibrary.ReferenceTag)
                CompareTexts(tag, texts);
            CheckAgencyPlaceholders(tag, texts);
            CheckAnswers(tag);
            CheckReplies(tag);
        }
    }

    // Each topic stands under a heading.
    private void CheckGroups()
    {
        var file = Strings(ContentLibrary.ReferenceTag);
        var texts = content.Texts[ContentLibrary.ReferenceTag];
        var used = content.AnswerFiles[ContentLibrary.ReferenceTag].Keys.Select(t => Phrase.Group + ContentLibrary.GroupOf(t)).ToHashSet();
        foreach (var missing in used.Where(k => !texts.ContainsKey(k)))
            content.Problems.Add(file, 0, $"The key \"{missing}\" is missing.", "Add it: it is the heading of these topics in the list of all answers.");
    }

    private string Strings(string tag) => Path.Combine(folder, "locales", tag, "strings.json");

    // Every key that the program or a dialog says must be in the reference, and the reference holds no other.
    private void CheckKeys()
    {
        var file = Strings(ContentLibrary.ReferenceTag);
        var reference = content.Texts[ContentLibrary.ReferenceTag];
        var used = Phrase.All.Concat(dialogs.Values.SelectMany(Keys)).Concat(AgencyPlaceholders.Keys).ToHashSet();
        foreach (var missing in used.Where(k => !reference.ContainsKey(k)))
        {
            if (dialogs.Values.FirstOrDefault(d => Keys(d).Contains(missing)) is { } dialog)
                MissingInDialog(dialog.Id, missing);
            else
                content.Problems.Add(file, 0, $"The key \"{missing}\" is missing.", "Add it: the program says it.");
        }
        foreach (var (key, text) in reference.Where(t => !used.Contains(t.Key) && !Phrase.Families.Any(f => t.Key.StartsWith(f, StringComparison.Ordinal))))
            content.Problems.Add(file, text.Line, $"The key \"{key}\" is unknown.", "Correct its spelling, or delete it: nothing says it.");
    }

    private void MissingInDialog(string id, string key)
    {
        var file = Path.Combine(folder, "dialogs", $"{id}.yaml");
        var line = Array.FindIndex(File.ReadAllLines(file), l => l.TrimEnd().EndsWith(key, StringComparison.Ordinal)) + 1;
        content.Problems.Add(file, line, $"No text has the key \"{key}\".", "Correct its spelling, or add it to locales/en/strings.json and the other languages.");
    }

    private static IEnumerable<string> Keys(DialogScript dialog) =>
        new[] { dialog.Notice, dialog.Files?.Review, dialog.Files?.Consent, dialog.Files?.Filed, dialog.Files?.Otherwise }
            .Concat(dialog.Steps.Select(s => s.Ask)).Concat(dialog.Steps.SelectMany(s => s.Choices).Select(c => c.Label))
            .OfType<string>();

    private void CompareTexts(string tag, Dictionary<string, Text> texts)
    {
        var reference = content.Texts[ContentLibrary.ReferenceTag];
        foreach (var key in reference.Keys.Where(k => !texts.ContainsKey(k)))
            content.Problems.Add(Strings(tag), 0, $"The key \"{key}\" is missing.", "Translate it from locales/en/strings.json.");
        foreach (var (key, text) in texts)
        {
            if (!reference.TryGetValue(key, out var original))
                content.Problems.Add(Strings(tag), text.Line, $"The key \"{key}\" is unknown.", "Correct its spelling, or delete it: English has no such key.");
            else
                ComparePlaceholders(tag, key, text, original);
        }
    }

    private void ComparePlaceholders(string tag, string key, Text text, Text original)
    {
        var wanted = original.Other.Placeholders.ToHashSet();
        var given = text.Other.Placeholders.ToHashSet();
        foreach (var missing in wanted.Except(given))
            content.Problems.Add(Strings(tag), text.Line, $"\"{key}\" lacks the placeholder {{{missing}}}.", "Put it where the value belongs in the sentence.");
        foreach (var unknown in text.Forms.SelectMany(f => f.Placeholders).Distinct().Except(wanted).Where(p => !p.StartsWith(AgencyPlaceholders.Prefix, StringComparison.Ordinal)))
            content.Problems.Add(Strings(tag), text.Line, $"\"{key}\" has the placeholder {{{unknown}}}, which nothing fills.", "Use the placeholders of the English text.");
    }

    private void CheckAgencyPlaceholders(string tag, Dictionary<string, Text> texts)
    {
        foreach (var (key, text) in texts)
            CheckAgency(Strings(tag), text.Line, $"\"{key}\"", text.Forms.SelectMany(f => f.Placeholders));
        foreach (var answer in content.AnswerFiles[tag].Values)
        {
            foreach (var (text, line) in answer.Texts)
            {
                CheckAgency(answer.File, line, "The text", text.Placeholders);
                foreach (var other in text.Placeholders.Where(p => !p.StartsWith(AgencyPlaceholders.Prefix, StringComparison.Ordinal)))
                    content.Problems.Add(answer.File, line, $"The text has the placeholder {{{other}}}, which nothing fills.", "An answer may only use {agency....} placeholders.");
            }
        }
    }

    private void CheckAgency(string file, int line, string where, IEnumerable<string> placeholders)
    {
        foreach (var unknown in placeholders.Distinct().Where(p => p.StartsWith(AgencyPlaceholders.Prefix, StringComparison.Ordinal) && !AgencyPlaceholders.Known.Contains(p)))
            content.Problems.Add(file, line, $"{where} has the placeholder {{{unknown}}}, which is no fact of the agency.", "See the list in locales/README.md.");
    }

    private void CheckReplies(string tag)
    {
        var file = Path.Combine(folder, "locales", tag, "replies.yaml");
        var (replies, reference) = (content.Replies[tag], content.Replies[ContentLibrary.ReferenceTag]);
        foreach (var missing in reference.Keys.Except(replies.Keys))
            content.Problems.Add(file, 0, $"The reply \"{missing}\" is missing.", "Write it after the one in locales/en/replies.yaml.");
        foreach (var (id, reply) in replies)
        {
            CheckAgency(file, 0, $"\"{id}\"", reply.Template.Placeholders);
            if (!reference.TryGetValue(id, out var original))
                content.Problems.Add(file, 0, $"The reply \"{id}\" is unknown.", "Correct its spelling, or delete it: English has no such reply.");
            else if (!Blanks(reply).SetEquals(Blanks(original)))
                content.Problems.Add(file, 0, $"\"{id}\" has other blanks than in English.", $"Use exactly these: {string.Join(", ", Blanks(original).Select(b => $"{{{b}}}"))}.");
        }
    }

    private static HashSet<string> Blanks(ReplyEntry reply) =>
        [.. reply.Template.Placeholders.Where(p => !p.StartsWith(AgencyPlaceholders.Prefix, StringComparison.Ordinal))];

    private void CheckAnswers(string tag)
    {
        var answers = content.AnswerFiles[tag];
        var reference = content.AnswerFiles[ContentLibrary.ReferenceTag];
        var place = Path.Combine(folder, "locales", tag, "answers");
        foreach (var missing in reference.Keys.Where(t => !answers.ContainsKey(t)))
            content.Problems.Add(Path.Combine(place, missing + ".md"), 0, "The answer is missing.", $"Write it after locales/en/answers/{missing}.md.");
        foreach (var extra in answers.Keys.Where(t => !reference.ContainsKey(t)))
            content.Problems.Add(answers[extra].File, 0, "The topic is unknown.", "The topics are the files of locales/en/answers: correct the name or write the English answer.");
        foreach (var answer in answers.Values)
        {
            foreach (var other in answer.Front.Related.Where(r => !reference.ContainsKey(r) || r == answer.Topic))
                content.Problems.Add(answer.File, 1, $"\"related\" names the topic \"{other}\".", "Name two or three other topics that exist.");
        }
    }
}
