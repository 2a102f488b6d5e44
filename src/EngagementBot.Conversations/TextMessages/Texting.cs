using EngagementBot.Content;
using EngagementBot.Content.Dialogs;
using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;

namespace EngagementBot.Conversations.TextMessages;

/// <summary>What is particular to a conversation by text message: numbers instead of taps, the words that phone companies know, what
/// must be said of the phone company itself, and replies of a phone's length.</summary>
internal sealed class Texting(ContentLibrary content, Answering answering)
{
    /// <summary>The reason for parking a text of somebody who wants none.</summary>
    public const string OptedOut = "opted-out";

    private const int MostWaitingPictures = 20;

    private readonly NumberedChoice _choice = new(content);
    private readonly Keywords _keywords = new(content);

    /// <summary>A number stands for what was offered under it; pictures wait for their case.</summary>
    public void Begin(Exchange exchange)
    {
        if (_choice.Of(exchange.Message.Raw, exchange.Locale, exchange.State.Offered ?? [], WordsFor(exchange.State.Dialog)) is { } chosen)
            exchange.Message = Incoming.Read(chosen);
        exchange.State = exchange.State with { Offered = null };
        if (exchange.Turn.Pictures.Count > 0)
            exchange.State = exchange.State with { Pictures = [.. (exchange.State.Pictures ?? []).Concat(exchange.Turn.Pictures).TakeLast(MostWaitingPictures)] };
    }

    /// <summary>STOP, START, HELP and their kin in every language, alone in a message.</summary>
    public bool AnswerKeyword(Exchange exchange, DialogRunner dialogs)
    {
        var (keyword, word) = _keywords.In(exchange);
        if (keyword == TextKeyword.None)
            return false;
        // The help text may not go there, and somebody in danger may write no more than this word.
        if (keyword == TextKeyword.Help && exchange.Turn.IsOptedOut)
        {
            exchange.Parks = OptedOut;
            return true;
        }
        if (keyword == TextKeyword.Stop)
            Keywords.Close(exchange, word);
        else if (keyword == TextKeyword.Start)
            Keywords.Open(exchange, word);
        else
            exchange.SayPhrase(Phrase.SmsHelp);
        if (keyword == TextKeyword.Help)
            dialogs.AskAgain(exchange);
        // Twice the same confirmation is once too often.
        if (exchange.Turn.AnsweredKeyword != TextKeyword.None)
            exchange.SayInstead([]);
        Shape(exchange);
        return true;
    }

    /// <summary>Says what goes with the first text, and gives the replies their form.</summary>
    /// <param name="caseTakesPictures">The case that "add something" means has not ended.</param>
    public void Finish(Exchange exchange, bool caseTakesPictures)
    {
        SayPictures(exchange, caseTakesPictures);
        // Danger first: what the phone company sees can be said with the next text.
        if (exchange.Replies.Count > 0 && exchange.Reading?.Urgency != 1 && exchange.OptOut is null)
        {
            exchange.SayBefore([.. Hello(exchange)]);
            exchange.State = exchange.State with { IsGreeted = true };
        }
        Shape(exchange);
    }

    private static IEnumerable<string> Hello(Exchange exchange)
    {
        if (!exchange.State.IsGreeted)
            yield return exchange.Locale.Say(Phrase.SmsHello);
        if (exchange.IsServiceNoticeDue)
            yield return exchange.TellOfServices()!;
    }

    // A dialog's question files something in the end: nothing foreign answers it.
    private ChoiceWords WordsFor(DialogDraft? draft)
    {
        if (draft is null)
            return ChoiceWords.OfAnyLanguage;
        if (draft.IsLeaving)
            return ChoiceWords.OfThisLanguage;
        var step = content.Dialogs.GetValueOrDefault(draft.Id)?.Step(draft.Step);
        return step is { Answer: not (AnswerType.Choice or AnswerType.YesNo) } ? ChoiceWords.None : ChoiceWords.OfThisLanguage;
    }

    private void Shape(Exchange exchange)
    {
        var isDialog = exchange.State.Dialog is not null;
        var shaped = TextReplies.Of(exchange.Replies, s => !isDialog && answering.IsTitle(s));
        exchange.SayInstead(shaped);
        if (shaped is [.., { Suggestions.Count: > 0 } last])
            exchange.State = exchange.State with { Offered = [.. last.Suggestions] };
    }

    private static void SayPictures(Exchange exchange, bool caseTakesPictures)
    {
        var locale = exchange.Locale;
        if (exchange.Files is { Pictures.Count: > 0 })
        {
            SayBefore(exchange, locale.Say(Phrase.SmsPictureKept));
        }
        else if (caseTakesPictures && exchange.State is { Dialog: null, OpenCase: { } open, Pictures: { } waiting })
        {
            exchange.AddsPictures = new CasePictures(open, waiting);
            exchange.State = exchange.State with { Pictures = null };
            SayBefore(exchange, locale.Say(Phrase.SmsPictureKept));
        }
        else if (exchange.Turn.Pictures.Count > 0)
        {
            SayBefore(exchange, locale.Say(Phrase.SmsPictureWaits), exchange.Replies.Count == 0 ? [locale.Say(Phrase.ActionComplaint), locale.Say(Phrase.ActionConcern)] : []);
        }
    }

    // What can be chosen stays last.
    private static void SayBefore(Exchange exchange, string text, IReadOnlyList<string>? suggestions = null) =>
        exchange.SayInstead([new Reply(text, exchange.Locale.Tag, suggestions ?? []), .. exchange.Replies]);
}
