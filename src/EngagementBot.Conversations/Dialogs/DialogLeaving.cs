using EngagementBot.Content;
using EngagementBot.Content.Dialogs;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>Leaving a dialog that files something deletes what was written for it. It is asked once more, whatever said so: a bare number
/// may have been the answer, and a tap a slip.</summary>
internal sealed class DialogLeaving(ContentLibrary content, DialogQuestions questions)
{
    /// <returns>False if the message says nothing of leaving or staying: it is the answer to the step, which is still open.</returns>
    public bool Take(Exchange exchange, DialogScript script, DialogDraft draft)
    {
        var folded = exchange.Message.Folded;
        var isOffer = Wording.AreSame(folded, exchange.Locale.Say(Phrase.DialogLeave));
        var isWord = !isOffer && Wording.IsOneOf(folded, exchange.Locale.Profile.Commands["leave"]);
        // "Go ahead" and "ok" are among them: which way, they do not say.
        var isYes = draft.IsLeaving && content.Locales.Values.Any(l => Wording.IsOneOf(folded, l.Profile.Commands["yes"]));
        var chosen = draft.IsLeaving && !isYes ? questions.Chosen(exchange, DialogQuestions.Options(exchange, script, draft)) : null;
        if (chosen == DialogQuestions.Stay || (draft.IsLeaving && SaysNo(exchange)))
            questions.Ask(exchange, script, draft with { IsLeaving = false });
        else if (chosen == DialogQuestions.LeaveIt || (isWord && (draft.IsLeaving || script.Files is null)))
            Leave(exchange, draft);
        else if (isOffer || isWord || isYes)
            Ask(exchange, script, draft, isYes ? exchange.Locale.Say(Phrase.DialogChoose) : null);
        else
            return false;
        return true;
    }

    // "No, go on": whatever follows, it does not want to leave.
    private static bool SaysNo(Exchange exchange) =>
        Wording.Find(exchange.Message.Folded, exchange.Locale.Profile.Commands["no"]) is [var first, ..] && first.Start.Value == 0;

    /// <summary>The draft stays until that is answered.</summary>
    public void Ask(Exchange exchange, DialogScript script, DialogDraft draft, string? before = null) =>
        questions.Ask(exchange, script, draft with { IsLeaving = true }, before);

    public static void Leave(Exchange exchange, DialogDraft draft)
    {
        exchange.State = exchange.State with { Dialog = null };
        exchange.ForgetFrom = draft.FirstSequence;
        exchange.Say(exchange.Locale.Say(Phrase.DialogLeft), [exchange.Locale.Say(Phrase.ActionMenu), exchange.Locale.Say(Phrase.ActionHuman)]);
    }
}
