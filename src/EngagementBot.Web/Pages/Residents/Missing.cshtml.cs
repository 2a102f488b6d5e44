using EngagementBot.Content;
using EngagementBot.Web.Chat;

namespace EngagementBot.Web.Pages.Residents;

/// <summary>What a browser shows for an address that leads nowhere, in the browser's language.</summary>
public sealed class MissingModel(ContentLibrary content) : ResidentPage(content)
{
    public override string Title => Say(Phrase.NotFoundTitle);

    public override string? PathIn(string tag) => null;

    public void OnGet()
    {
        Language = BrowserLanguage.Of(Request, Library);
        Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
