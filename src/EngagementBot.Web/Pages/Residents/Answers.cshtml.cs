using EngagementBot.Content;
using EngagementBot.Content.Answers;
using Microsoft.AspNetCore.Mvc;

namespace EngagementBot.Web.Pages.Residents;

/// <summary>Every question that the bot can answer, by group.</summary>
public sealed class AnswersModel(ContentLibrary content) : ResidentPage(content)
{
    public override string Title => Say(Phrase.AnswersTitle);

    public override string PathIn(string tag) => $"/{tag}/answers";

    public IEnumerable<Answer> Of(string group) =>
        Language.Answers.Values.Where(a => ContentLibrary.GroupOf(a.Topic) == group).OrderBy(a => a.Topic, StringComparer.Ordinal);

    public IActionResult OnGet(string locale)
    {
        if (!Library.Locales.TryGetValue(locale, out var named))
            return NotFound();
        Language = named;
        return Page();
    }
}
