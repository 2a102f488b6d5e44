using EngagementBot.Content;
using EngagementBot.Content.Answers;
using Microsoft.AspNetCore.Mvc;

namespace EngagementBot.Web.Pages.Residents;

/// <summary>One answer, with its sources, to read, print or send on.</summary>
public sealed class AnswerModel(ContentLibrary content) : ResidentPage(content)
{
    public Answer Answer { get; private set; } = content.Reference.Answers.Values.First();

    public override string Title => Answer.Title;

    public static string Path(string tag, string topic) => $"/{tag}/answers/{topic}";

    public override string PathIn(string tag) => Path(tag, Answer.Topic);

    public IActionResult OnGet(string locale, string topic)
    {
        if (!Library.Locales.TryGetValue(locale, out var named) || !named.Answers.TryGetValue(topic, out var answer))
            return NotFound();
        (Language, Answer) = (named, answer);
        return Page();
    }
}
