using EngagementBot.Content;
using EngagementBot.Content.Locales;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.TextMessages;

/// <summary>Words that mean, alone in a message, no more texts, texts again, or help: those of the phone companies in any conversation
/// (47 CFR 64.1200(a)(10) and Twilio's list), and those of every language.</summary>
internal sealed class Keywords(ContentLibrary content)
{
    private static readonly string[] CarrierStop = ["stop", "stopall", "stop all", "unsubscribe", "cancel", "end", "quit", "revoke", "optout", "opt out", "opt-out"];
    private static readonly string[] CarrierStart = ["start", "unstop", "yes"];
    private static readonly string[] CarrierHelp = ["help", "info"];

    private readonly Dictionary<string, string> _stop = Of(content, l => [.. l.Profile.Stop, .. l.Profile.OptOut]);
    private readonly Dictionary<string, string> _start = Of(content, l => l.Profile.Start);

    /// <returns>The keyword, and the listed word by which it was said; null where the provider only tells the keyword.</returns>
    public (TextKeyword Keyword, string? Word) In(Exchange exchange)
    {
        var folded = exchange.Message.Folded;
        if (exchange.Turn.AnsweredKeyword is var told and not TextKeyword.None)
            return (told, Listed(told, folded));
        if (exchange.Turn.IsOptedOut && Listed(TextKeyword.Start, folded) is { } start)
            return (TextKeyword.Start, start);
        if (CarrierStop.Contains(folded) || (_stop.ContainsKey(folded) && !MeansElse(exchange)))
            return (TextKeyword.Stop, Listed(TextKeyword.Stop, folded));
        var isHelp = CarrierHelp.Contains(folded) || Wording.IsOneOf(folded, exchange.Locale.Profile.Commands["help"]);
        return isHelp ? (TextKeyword.Help, folded) : (TextKeyword.None, null);
    }

    /// <summary>No more texts. The one that says so is the last.</summary>
    public static void Close(Exchange exchange, string? word)
    {
        exchange.ForgetFrom = exchange.State.Dialog?.FirstSequence;
        exchange.State = exchange.State with { Dialog = null };
        exchange.OptOut = new OptOut(IsOut: true, word);
        // Who says it twice has been told once.
        if (!exchange.Turn.IsOptedOut)
            exchange.SayPhrase(Phrase.SmsStopped);
    }

    public static void Open(Exchange exchange, string? word)
    {
        exchange.OptOut = new OptOut(IsOut: false, word);
        exchange.Say(exchange.Locale.Say(Phrase.SmsStarted), Answering.Starters(exchange.Locale));
    }

    // "Cancelar" inside a dialog leaves the dialog, and a word of another language may be a command in this one.
    private static bool MeansElse(Exchange exchange)
    {
        var (folded, profile) = (exchange.Message.Folded, exchange.Locale.Profile);
        if (Wording.IsOneOf(folded, profile.Stop) || Wording.IsOneOf(folded, profile.OptOut))
            return exchange.State.Dialog is not null && Wording.IsOneOf(folded, profile.Commands["leave"]);
        return profile.Commands.Values.Any(c => Wording.IsOneOf(folded, c));
    }

    private string? Listed(TextKeyword keyword, string folded) => keyword switch
    {
        TextKeyword.Stop => CarrierStop.Contains(folded) ? folded : _stop.GetValueOrDefault(folded),
        TextKeyword.Start => CarrierStart.Contains(folded) ? folded : _start.GetValueOrDefault(folded),
        _ => null,
    };

    private static Dictionary<string, string> Of(ContentLibrary content, Func<Locale, IReadOnlyList<string>> words) =>
        content.Locales.Values.SelectMany(words).DistinctBy(Word.Fold).Where(w => Word.Fold(w).Length > 0).ToDictionary(Word.Fold);
}
