using EngagementBot.Content.Answers;
using EngagementBot.Content.Locales;

namespace EngagementBot.Content;

/// <summary>The files of one language as they stand, and what is wrong in them by themselves.</summary>
internal sealed record LocaleFiles(
    string Tag, LanguageProfile? Profile, Dictionary<string, Text> Texts, Dictionary<string, AnswerFile> Answers, Dictionary<string, ReplyEntry> Replies, Problems Problems)
{
    public static LocaleFiles Read(string path)
    {
        var problems = new Problems();
        var answers = Path.Combine(path, "answers");
        return new LocaleFiles(
            Path.GetFileName(path),
            LanguageReader.Read(path, problems),
            StringsReader.Read(Path.Combine(path, "strings.json"), problems),
            !Directory.Exists(answers) ? [] : Directory.GetFiles(answers, "*.md").Order(StringComparer.Ordinal)
                .Select(f => AnswerFile.Read(f, problems)).OfType<AnswerFile>().ToDictionary(a => a.Topic),
            RepliesReader.Read(Path.Combine(path, "replies.yaml"), problems),
            problems);
    }
}
