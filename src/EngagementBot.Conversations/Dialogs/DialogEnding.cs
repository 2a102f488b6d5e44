using EngagementBot.Casework.Triage;
using EngagementBot.Content;
using EngagementBot.Content.Dialogs;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>What a finished dialog does: files a case, adds to one, counts an opinion, wipes the conversation.</summary>
internal sealed class DialogEnding(CaseFiling filing, CaseStatus status)
{
    // The words go into the case's text, the contact details into their own, encrypted place.
    private static readonly HashSet<string> NotAnswers = ["what", "contact", "phone", "email", "how"];

    public void Finish(Exchange exchange, DialogScript script, DialogDraft draft)
    {
        if (draft.Id == "add")
            Add(exchange, draft);
        else if (draft.Id == "erase")
            Erase(exchange, draft);
        else if (script.Files is { } files && files.If?.Holds(draft.Answers) == false)
            EndWithoutFiling(exchange, files, draft);
        else if (script.Files is not null)
            File(exchange, script, draft);
        else
            exchange.State = exchange.State with { Dialog = null };
    }

    public void File(Exchange exchange, DialogScript script, DialogDraft draft)
    {
        var files = script.Files!;
        var text = draft.Answers.GetValueOrDefault("what") ?? "";
        var answers = draft.Answers.Where(a => !NotAnswers.Contains(a.Key) && a.Value.Length > 0).ToDictionary();
        var evidence = new Evidence(files.Kind, draft.Signals, draft.Topics, draft.Sentiment, draft.Urgency, IsRepeat: exchange.State.OpenCase is not null);
        var receipt = filing.File(exchange, new Statement(text, answers, draft.Contacts, evidence, new Findings(draft.WordsLanguage, draft.Disagreements, draft.Opinions)));
        exchange.State = exchange.State with { Dialog = null, IsOpenCaseUrgent = false };
        var due = status.DueDay(exchange, exchange.Files!.Judgement.FirstAnswerDue);
        exchange.Say(
            exchange.Locale.Say(files.Filed, ("receipt", ReceiptMark.Placeholder), ("due", due)), [exchange.Locale.Say(Phrase.ActionMenu)], receipt);
    }

    private static void EndWithoutFiling(Exchange exchange, Filing files, DialogDraft draft)
    {
        exchange.State = exchange.State with { Dialog = null };
        if (files.Counts)
            (exchange.Counts, exchange.ForgetFrom) = (files.Kind, draft.FirstSequence);
        exchange.Say(exchange.Locale.Say(files.Otherwise ?? Phrase.DialogLeft), [exchange.Locale.Say(Phrase.ActionMenu)]);
    }

    private static void Add(Exchange exchange, DialogDraft draft)
    {
        exchange.State = exchange.State with { Dialog = null };
        if (draft.CaseId is { } caseId)
            exchange.Adds = new CaseAddition(caseId, draft.Answers["what"]);
        exchange.SayPhrase(Phrase.AddDone);
        List<string> offered = draft is { MentionsStatus: true, CaseId: { } told } ? [ImmigrationStatus.Offer(exchange, told)] : [];
        exchange.Suggest([.. offered, exchange.Locale.Say(Phrase.ActionMenu)]);
    }

    private static void Erase(Exchange exchange, DialogDraft draft)
    {
        var erases = draft.Answers["consent"] == "erase";
        exchange.State = erases
            ? new ConversationState { Language = exchange.State.Language, IsLanguageChosen = exchange.State.IsLanguageChosen, IsGreeted = true, IsToldOfServices = exchange.State.IsToldOfServices }
            : exchange.State with { Dialog = null };
        exchange.ForgetFrom = erases ? 1 : null;
        exchange.Say(exchange.Locale.Say(erases ? Phrase.EraseDone : Phrase.EraseKept), [exchange.Locale.Say(Phrase.ActionMenu)]);
    }
}
