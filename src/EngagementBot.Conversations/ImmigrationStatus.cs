using EngagementBot.Content;
using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;

namespace EngagementBot.Conversations;

/// <summary>Statements of somebody's immigration status in a resident's words: noticed in every language, and left out where the resident likes.</summary>
internal sealed class ImmigrationStatus(ContentLibrary content)
{
    private const string LeftOut = "[…]";

    public bool IsIn(params IEnumerable<string> texts) =>
        texts.Any(t => content.Locales.Values.Any(l => Wording.Find(t, l.Profile.ImmigrationStatus).Count > 0));

    public string Without(string text) =>
        content.Locales.Values.Aggregate(text, (left, locale) => Wording.Replace(left, locale.Profile.ImmigrationStatus, LeftOut));

    // Words that make a case pressing stand beside it.
    public DialogDraft Without(DialogDraft draft) => draft with
    {
        Answers = draft.Answers.ToDictionary(a => a.Key, a => Without(a.Value)),
        Signals = draft.Signals.ToDictionary(s => s.Key, s => Without(s.Value)),
    };

    /// <summary>The log still holds what the review of the draft is filed without.</summary>
    public void LeaveOutOfLog(Exchange exchange) => exchange.LeavesOut = LeftOutOf(null);

    /// <summary>What is filed already, since nothing may stand before it in danger, can be left out behind.</summary>
    /// <param name="caseId">As in <see cref="ConversationState.StatusOfferedIn"/>.</param>
    /// <returns>What can be tapped: it stands first.</returns>
    public static string Offer(Exchange exchange, long caseId)
    {
        exchange.State = exchange.State with { StatusOfferedIn = caseId };
        exchange.SayPhrase(Phrase.StatusFiled);
        return exchange.Locale.Say(Phrase.ActionLeaveOutStatus);
    }

    /// <summary>The offer is taken: out of all that the resident told in the case it was made for. Other cases may have been opened since, and the
    /// language may have changed.</summary>
    public bool LeaveOut(Exchange exchange, DialogRunner dialogs)
    {
        if ((exchange.State.StatusOfferedIn ?? exchange.State.OpenCase) is not { } caseId
            || !content.Locales.Values.Any(l => Wording.AreSame(exchange.Message.Folded, l.Say(Phrase.ActionLeaveOutStatus))))
            return false;
        exchange.LeavesOut = LeftOutOf(caseId);
        exchange.Say(exchange.Locale.Say(Phrase.StatusLeftOut), [exchange.Locale.Say(Phrase.ActionAdd), exchange.Locale.Say(Phrase.ActionMenu)]);
        dialogs.AskAgain(exchange);
        return true;
    }

    private LeftOut LeftOutOf(long? caseId) => new(caseId, Without, WithoutReadBack);

    // The bot's own answers speak of immigration status too, and those stay.
    private string WithoutReadBack(string reply) =>
        string.Join('\n', reply.Split('\n').Select(l => DialogQuestions.ReadBackStart(l, content.Locales.Values) is { } start ? l[..start] + Without(l[start..]) : l));
}
