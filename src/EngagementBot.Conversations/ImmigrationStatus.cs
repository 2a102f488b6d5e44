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

    public DialogDraft Without(DialogDraft draft) => draft with { Answers = draft.Answers.ToDictionary(a => a.Key, a => Without(a.Value)) };

    /// <summary>What is filed already, since nothing may stand before it in danger, can be left out behind.</summary>
    /// <returns>What can be tapped: it stands first.</returns>
    public static string Offer(Exchange exchange)
    {
        exchange.SayPhrase(Phrase.StatusFiled);
        return exchange.Locale.Say(Phrase.ActionLeaveOutStatus);
    }

    /// <summary>The offer is taken: out of all that the resident told in the open case.</summary>
    public bool LeaveOut(Exchange exchange, DialogRunner dialogs)
    {
        if (exchange.State.OpenCase is not { } open || !Wording.AreSame(exchange.Message.Folded, exchange.Locale.Say(Phrase.ActionLeaveOutStatus)))
            return false;
        exchange.LeavesOut = new LeftOut(open, Without);
        exchange.Say(exchange.Locale.Say(Phrase.StatusLeftOut), [exchange.Locale.Say(Phrase.ActionAdd), exchange.Locale.Say(Phrase.ActionMenu)]);
        dialogs.AskAgain(exchange);
        return true;
    }
}
