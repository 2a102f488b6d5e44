using EngagementBot.Conversations.TextMessages;
using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.Web.Officers;
using EngagementBot.Web.TextMessages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementBot.Web.Pages.Console;

/// <summary>Texts that the service could not answer, until an officer has looked at them.</summary>
internal sealed class TextsModel(ParkedTexts parked, TextDesk texts, OfficeClock clock) : PageModel
{
    public IReadOnlyList<WaitingForOfficer> Parked { get; private set; } = [];

    [TempData]
    public string? DoneText { get; set; }

    public OfficeClock Clock => clock;

    public string Sender(ParkedText text) => texts.Sender(text);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Parked = await parked.ForAsync(HttpContext.Officer()!, cancellationToken);

    /// <summary>One that another officer has dismissed meanwhile is gone all the same.</summary>
    public async Task<IActionResult> OnPostDismissAsync(string id, CancellationToken cancellationToken)
    {
        await parked.DismissAsync(id ?? "", HttpContext.Officer()!, clock.Now, cancellationToken);
        DoneText = "The text is off the list.";
        return LocalRedirect("/console/texts");
    }
}
