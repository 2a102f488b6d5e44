using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.Web.Officers;
using EngagementBot.Web.TextMessages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementBot.Web.Pages.Console;

/// <summary>Texts that the service could not answer, until an officer has looked at them.</summary>
internal sealed class TextsModel(IPhoneBook phones, ICaseStore cases, CaseAccess access, TextDesk texts, OfficeClock clock) : PageModel
{
    private readonly Dictionary<string, IReadOnlyList<string>> _cases = [];

    public IReadOnlyList<ParkedText> Parked { get; private set; } = [];

    [TempData]
    public string? DoneText { get; set; }

    public OfficeClock Clock => clock;

    public string Sender(ParkedText parked) => texts.Sender(parked);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Parked = await phones.ParkedAsync(cancellationToken);
        foreach (var phone in Parked.Select(p => p.ConversationId).OfType<string>().Distinct())
            _cases[phone] = [.. (await cases.OfConversationAsync(phone, cancellationToken)).Where(c => access.MayOpen(HttpContext.Officer()!, c)).Select(c => c.Number)];
    }

    /// <summary>The open cases of the phone that it came from.</summary>
    public IReadOnlyList<string> CasesOf(ParkedText parked) => parked.ConversationId is { } phone ? _cases[phone] : [];

    /// <summary>One that another officer has dismissed meanwhile is gone all the same.</summary>
    public async Task<IActionResult> OnPostDismissAsync(string id, CancellationToken cancellationToken)
    {
        var officer = HttpContext.Officer()!;
        await phones.UnparkAsync(id ?? "", new Actor(officer.Id, officer.Name), clock.Now, cancellationToken);
        DoneText = "The text is off the list.";
        return LocalRedirect("/console/texts");
    }
}
