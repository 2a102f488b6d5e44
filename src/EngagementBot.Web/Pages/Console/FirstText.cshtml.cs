using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Officers;
using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.Web.Officers;
using EngagementBot.Web.Officers.Texts;
using EngagementBot.Web.Settings;
using EngagementBot.Web.TextMessages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementBot.Web.Pages.Console;

/// <summary>A text to a resident who has not written by text: only with a consent that is recorded here, or was before.</summary>
internal sealed class FirstTextModel(CaseDesk desk, TextDesk texts, CaseLanguages languages, ServiceSettings settings) : PageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>The last event of the case when the page was opened.</summary>
    [BindProperty]
    public long Seen { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    /// <summary>Empty where the consent is recorded already.</summary>
    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public bool Confirmed { get; set; }

    [TempData]
    public string? DoneForm { get; set; }

    [TempData]
    public string? DoneText { get; set; }

    public CaseFile? Opened { get; private set; }

    public string? Problem { get; private set; }

    public string BeforeWords => desk.News(Opened!.Case, new OfficerReply("")).Text;

    public CaseLanguages Languages => languages;

    public Officer Officer => HttpContext.Officer()!;

    public bool IsOn => settings.TextMessages.IsOn;

    public Task<IActionResult> OnGetAsync(bool expired, CancellationToken cancellationToken) =>
        ShowAsync(expired ? "The page was open too long, and nothing was sent. Please press the button again." : null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        (How, Words) = (CaseForm.Plain(How), CaseForm.Plain(Words));
        Opened = await desk.FindAsync(Number, Officer, cancellationToken);
        if (Opened is null || Missing() is { } problem)
            return await ShowAsync(Opened is null ? null : Missing(), cancellationToken);
        var message = desk.News(Opened.Case, new OfficerReply(Words!));
        if (new CaseSince(Opened, Seen, Officer).Repeats(CaseEventType.Replied, message.Text))
            return Finish();
        if (How is not null)
            await texts.ConsentAsync(Phone!, Officer, How, cancellationToken);
        var outcome = await texts.WriteFirstAsync(Phone!, Opened.Case, Officer, message, cancellationToken);
        return outcome == FirstTextOutcome.Done || (outcome == FirstTextOutcome.ChangedMeanwhile && await IsSentAsync(message.Text, cancellationToken))
            ? Finish() : await ShowAsync(TextWords.FirstText(outcome ?? FirstTextOutcome.NoConsent), cancellationToken);
    }

    // The other press of the same button was a moment earlier.
    private async Task<bool> IsSentAsync(string words, CancellationToken cancellationToken) =>
        await desk.FindAsync(Number, Officer, cancellationToken) is { } now && new CaseSince(now, Seen, Officer).Repeats(CaseEventType.Replied, words);

    private LocalRedirectResult Finish()
    {
        (DoneForm, DoneText) = ("first-text", "The text message is on its way. The history below tells whether it arrives.");
        return LocalRedirect($"/console/cases/{Number}");
    }

    private string? Missing() =>
        !IsOn ? "Text messages are not set up in this service now."
        : PhoneNumbers.Read(Phone ?? "") is null ? "This is no phone number. Write ten digits, or + and the country's code before them."
        : How is { Length: > 500 } ? "How the resident agreed is told in at most 500 characters."
        : CaseForm.ProblemWith(Words, "Write the text first.") ?? CaseForm.BlankIn(Words!)
        ?? (Confirmed ? null : "It is not sent yet. Read it through, then tick the box above the button.");

    private async Task<IActionResult> ShowAsync(string? problem, CancellationToken cancellationToken)
    {
        Problem = problem;
        Opened = await desk.OpenAsync(Number, Officer, cancellationToken);
        if (Opened is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        else
            Seen = Opened.Events[^1].Sequence;
        return Page();
    }
}
