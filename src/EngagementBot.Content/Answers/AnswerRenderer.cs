using System.Text;
using EngagementBot.Content.Agencies;
using EngagementBot.Content.Locales;

namespace EngagementBot.Content.Answers;

/// <summary>Makes of a file what this agency's residents read.</summary>
internal sealed class AnswerRenderer(Agency agency, LanguageProfile language, AgencyPlaceholders facts, Func<string, string> text)
{
    public Answer Render(AnswerFile file)
    {
        var body = Finish(string.Join("\n\n", file.Blocks.Where(b => b.IsShown(agency.Conditions)).Select(b => facts.Fill(b.Text))));
        var sources = file.Front.Sources.Select(Render).ToList();
        var title = Finish(file.Front.Title);
        return new Answer
        {
            Topic = file.Topic,
            Title = title,
            Questions = file.Front.Questions,
            Short = Finish(facts.Fill(file.Short)),
            Related = file.Front.Related,
            Sources = sources,
            Reviewed = file.Reviewed,
            ApprovedBy = file.Front.Status == "approved" ? file.Front.ApprovedBy : null,
            Counsel = file.Front.Counsel,
            Body = body,
            Message = Message(title, body, sources, file),
        };
    }

    private Source Render(SourceEntry entry)
    {
        var url = new Template(entry.Url).Render(p => agency.Text(p[AgencyPlaceholders.Prefix.Length..], language.Tag) ?? "");
        return new Source(Finish(facts.Fill(new Template(entry.Title))), url);
    }

    private string Message(string title, string body, List<Source> sources, AnswerFile file)
    {
        var message = new StringBuilder().Append("**").Append(title).Append("**\n\n").Append(body).Append("\n\n");
        message.Append("**").Append(text(Phrase.AnswerSources)).Append("**\n\n");
        foreach (var source in sources)
            message.Append(source.Url.Length == 0 ? $"- {source.Title}\n" : $"- [{source.Title}]({source.Url})\n");
        message.Append('\n').Append(text(Phrase.AnswerReviewed).Replace("{date}", language.Day(file.Reviewed), StringComparison.Ordinal));
        if (file.Front.Status != "approved")
            message.Append(' ').Append(text(Phrase.AnswerDraft));
        return message.ToString();
    }

    private string Finish(string rendered) => language.IsRightToLeft ? Direction.IsolateNumbers(rendered) : rendered;
}
