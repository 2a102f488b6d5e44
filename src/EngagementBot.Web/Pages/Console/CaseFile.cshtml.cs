using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Officers;
using EngagementBot.Casework.Receipts;
using EngagementBot.Web.Officers;
using EngagementBot.Web.Officers.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementBot.Web.Pages.Console;

/// <summary>One case: what the resident wrote, what happened, and what an officer does with it. Whatever fails, what was typed stays.</summary>
internal sealed class CaseFileModel(CaseDesk desk, IConfidentialText confidential, OfficeClock clock, CaseLanguages languages, CaseTranslations translations, CaseTexts texts) : PageModel
{
    // Residents change a case too, by looking at it: an officer's verb is tried again on the newer version.
    private const int MostTries = 5;

    private const string NoTranslation =
        "Azure AI Translator gives no translation now, and nothing was sent. What you wrote is still below. Press again in a minute, take a ready reply, or have an interpreter write it.";

    private const string Untranslatable =
        "Azure AI Translator cannot translate this text, and nothing was sent. What you wrote is still below. Say it in other words, take a ready reply, or have an interpreter write it.";

    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>The last event that stood on the page when the button was pressed.</summary>
    [BindProperty]
    public long Seen { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Reply { get; set; }

    /// <summary>The reply in English, where a machine translates it.</summary>
    [BindProperty]
    public string? Original { get; set; }

    /// <summary>The English that was translated last, and what came of it.</summary>
    [BindProperty]
    public string? TranslatedFrom { get; set; }

    [BindProperty]
    public string? Machine { get; set; }

    [BindProperty]
    public bool Confirmed { get; set; }

    /// <summary>The officer knows that the reply will not be texted.</summary>
    [BindProperty]
    public bool WithoutText { get; set; }

    [BindProperty]
    public string? State { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The form that has just worked.</summary>
    [TempData]
    public string? DoneForm { get; set; }

    [TempData]
    public string? DoneText { get; set; }

    /// <summary>Null if there is no such case or this officer may not see it: which one is not told.</summary>
    public CaseFile? Opened { get; private set; }

    /// <summary>Set together with <see cref="Opened"/>.</summary>
    public CaseTexting Texting { get; private set; } = null!;

    /// <summary>What a phone hears before the officer's words.</summary>
    public string BeforeReply => desk.News(Opened!.Case, new OfficerReply("")).Text;

    /// <summary>Once the officer has asked for them. A null value can no longer be decrypted.</summary>
    public IReadOnlyDictionary<string, string?>? Contacts { get; private set; }

    /// <summary>The form that was refused, and why; an empty name means the page as a whole.</summary>
    public (string Form, string Text)? Problem { get; private set; }

    /// <summary>What others did after the page was opened, where it holds the form back.</summary>
    public IReadOnlyList<CaseEvent> Meanwhile { get; private set; } = [];

    public Officer Officer => HttpContext.Officer()!;

    /// <summary>What the machine makes of the resident's words.</summary>
    public CaseTranslation? Translation { get; private set; }

    /// <summary>The translated reply, by machine back into English; null unless it was translated just now.</summary>
    public string? Back { get; private set; }

    /// <summary>A machine translates until an interpreter comes.</summary>
    public bool IsTranslated => translations.IsOn && Opened is { } file && languages.InterpretersFor(file.Case).Count > 0;

    /// <summary>An officer may have a reply translated.</summary>
    public bool Translates => translations.IsOn && Opened is { } file && languages.NeedsInterpreter(file.Case.Language);

    public OfficeClock Clock => clock;

    public CaseLanguages Languages => languages;

    public Task<IActionResult> OnGetAsync(bool expired, CancellationToken cancellationToken) => expired
        ? RefuseAsync("", "The page was open too long, and nothing was saved. Please press the button again.", cancellationToken)
        : ShowAsync(cancellationToken);

    /// <summary>A form that this version of the page does not know changes nothing.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancellationToken) => ActAsync(
        new CaseForm("take", "You have the case now.", CaseEventType.Claimed), file => desk.ClaimAsync(file, Officer, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostGiveBackAsync(CancellationToken cancellationToken) => ActAsync(
        new CaseForm("take", "The case is back in the queue.", CaseEventType.Released), file => desk.ReleaseAsync(file, Officer, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostStateAsync(CancellationToken cancellationToken)
    {
        Reason = CaseForm.Plain(Reason);
        if (CaseStates.Parse(State) is not { } state)
            return RefuseAsync("state", "Choose the new state.", cancellationToken);
        if (CaseForm.ProblemWith(Reason ?? "", "") is { } problem)
            return RefuseAsync("state", problem, cancellationToken);
        return ActAsync(
            new CaseForm("state", $"The state is now “{CaseWords.State(state)}”.", CaseEventType.StateChanged, MindsOthers: true),
            file => file.Case.State == state ? Task.FromResult(CaseOutcome.Done) : desk.ChangeStateAsync(file, Officer, state, Reason, cancellationToken),
            cancellationToken);
    }

    public Task<IActionResult> OnPostNoteAsync(CancellationToken cancellationToken)
    {
        Note = CaseForm.Plain(Note);
        if (CaseForm.ProblemWith(Note, "Write the note first.") is { } problem)
            return RefuseAsync("note", problem, cancellationToken);
        return ActAsync(
            new CaseForm("note", "The note is saved. Only officers read it.", CaseEventType.Noted, Note),
            file => desk.NoteAsync(file, Officer, Note!, cancellationToken), cancellationToken);
    }

    public async Task<IActionResult> OnPostReplyAsync(CancellationToken cancellationToken)
    {
        var reply = ReadReply();
        if ((CaseForm.ProblemWith(Reply, Original is null ? "Write the reply first." : "Press Translate first, and read what comes of it.") ?? reply.ProblemWithSending()) is { } problem)
            return await RefuseAsync("reply", problem, cancellationToken);
        if (CaseForm.BlankIn(Reply!) is { } blank)
            return await RefuseAsync("reply", blank, cancellationToken);
        if (!Confirmed)
            return await RefuseAsync("reply", "It is not sent yet. Read it through, then tick the box above the button.", cancellationToken);
        if (await desk.FindAsync(Number, Officer, cancellationToken) is not { } found)
            return await ShowAsync(cancellationToken);
        var texting = await texts.OfAsync(found.Case, cancellationToken);
        if (texting.IsClosed && !WithoutText)
            return await RefuseAsync("reply", "It is not sent: the resident wants no text messages any more. Tick the box that says so if the reply shall wait for the receipt.", cancellationToken);
        return await ActAsync(
            new CaseForm("reply", TextWords.Replied(texting, clock), CaseEventType.Replied, Reply, MindsOthers: true),
            file => desk.ReplyAsync(file, Officer, reply.ToSend, cancellationToken), cancellationToken);
    }

    /// <summary>Sends nothing: the translation stands below the English, to be read and changed.</summary>
    public async Task<IActionResult> OnPostTranslateAsync(CancellationToken cancellationToken)
    {
        var reply = ReadReply();
        if (await desk.FindAsync(Number, Officer, cancellationToken) is not { } file)
            return await ShowAsync(cancellationToken);
        if (reply.ProblemWithTranslating(languages.Name(file.Case.Language)) is { } problem)
            return await RefuseAsync("reply", problem, cancellationToken);
        var (translated, back) = await translations.ForResidentAsync(Original!, file.Case.Language, cancellationToken);
        if (translated.Text is null)
            return await RefuseAsync("reply", translated.IsRefused ? Untranslatable : NoTranslation, cancellationToken);
        (TranslatedFrom, Machine, Reply, Back) = (Original, CaseForm.Plain(translated.Text), CaseForm.Plain(translated.Text), back);
        return await ShowAsync(cancellationToken);
    }

    /// <summary>Shown in the answer to this press only: an address that shows them must not exist.</summary>
    public async Task<IActionResult> OnPostContactsAsync(CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries && Contacts is null; tries++)
        {
            if (await desk.FindAsync(Number, Officer, cancellationToken) is not { } file)
                break;
            var stored = await desk.ReadContactsAsync(file, Officer, cancellationToken);
            Contacts = stored?.ToDictionary(c => c.Key, c => confidential.Unprotect(c.Value));
        }
        return Contacts is null
            ? await RefuseAsync("contacts", "Others are changing this case just now. Please press again.", cancellationToken)
            : await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ActAsync(CaseForm form, Func<CaseFile, Task<CaseOutcome>> verb, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            if (await desk.FindAsync(Number, Officer, cancellationToken) is not { } file)
                return await ShowAsync(cancellationToken);
            var since = new CaseSince(file, Seen, Officer);
            if (since.Repeats(form.Event, form.Text))
                return Finish(form);
            if (form.MindsOthers && since.ByOthers is { Count: > 0 } meanwhile)
                return await HoldAsync(form, meanwhile, cancellationToken);
            var outcome = await verb(file);
            if (outcome == CaseOutcome.Done)
                return Finish(form);
            if (outcome != CaseOutcome.ChangedMeanwhile || tries == MostTries)
                return await RefuseAsync(form.Id, CaseForm.Words(outcome, file.Case), cancellationToken);
        }
    }

    private LocalRedirectResult Finish(CaseForm form)
    {
        (DoneForm, DoneText) = (form.Id, form.Done);
        return LocalRedirect($"/console/cases/{Number}");
    }

    private ReplyInTwoLanguages ReadReply()
    {
        (Original, Reply, TranslatedFrom, Machine) = (CaseForm.Plain(Original), CaseForm.Plain(Reply), CaseForm.Plain(TranslatedFrom), CaseForm.Plain(Machine));
        return new ReplyInTwoLanguages(Original, Reply, TranslatedFrom, Machine);
    }

    private Task<IActionResult> HoldAsync(CaseForm form, IReadOnlyList<CaseEvent> meanwhile, CancellationToken cancellationToken)
    {
        (Meanwhile, Confirmed) = (meanwhile, false);
        return RefuseAsync(form.Id, "Nothing was sent or changed: while this page was open, something happened that you have not seen.", cancellationToken);
    }

    private Task<IActionResult> RefuseAsync(string form, string text, CancellationToken cancellationToken)
    {
        Problem = (form, text);
        return ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Opened = await desk.OpenAsync(Number, Officer, cancellationToken);
        if (Opened is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        else
        {
            Texting = await texts.OfAsync(Opened.Case, cancellationToken);
            (Seen, Translation) = (Opened.Events[^1].Sequence, await TranslationAsync(Opened, cancellationToken));
        }
        return Page();
    }

    private async Task<CaseTranslation?> TranslationAsync(CaseFile file, CancellationToken cancellationToken) =>
        languages.NeedsInterpreter(file.Case.LanguageOfWords) ? await translations.OfAsync(file, cancellationToken) : null;
}
