using EngagementBot.Content;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.Conversations.Understanding;
using EngagementBot.TextAnalytics;

namespace EngagementBot.Conversations;

/// <summary>Two kinds of danger, two answers: to life, 911 or 988 first; officers acting now, what a person may do and say.
/// Either is filed at once, and no open dialog is in its way.</summary>
internal sealed class Danger(CaseFiling filing, ImmigrationStatus immigration)
{
    private static readonly string[] ToLife = ["life", "self-harm", "threat"];
    private static readonly string[] Signals = [.. ToLife, "force", "detention", "door"];

    /// <summary>There are words in it that name a danger.</summary>
    public static bool IsNamed(Reading reading) => Signals.Any(reading.Has) || (reading.Has("officers") && reading.Has("now"));

    /// <summary>There are words in it that name a danger to life, or say of another one that it goes on.</summary>
    public static bool IsNamedAsNow(Reading reading) => ToLife.Any(reading.Has) || (reading.Has("now") && IsNamed(reading));

    public bool Answer(Exchange exchange)
    {
        var reading = exchange.Reading!;
        if (reading.Urgency != 1)
            return false;
        var isToLife = reading.Kind == "emergency";
        if (reading.Has("self-harm"))
            exchange.SayPhrase(Phrase.DangerSelfHarm);
        else if (isToLife)
            exchange.SayPhrase(Phrase.DangerLife);
        else
            exchange.SayPhrase(Phrase.DangerOfficersNow, ("rights", Rights(exchange)));
        var urgent = exchange.State.IsOpenCaseUrgent ? exchange.State.OpenCase : null;
        var told = urgent is { } open
            ? Add(exchange, open)
            : File(exchange, isToLife || reading.Has("self-harm") ? "emergency" : "complaint");
        List<string> offered = immigration.IsIn(told) ? [ImmigrationStatus.Offer(exchange, urgent ?? ConversationState.FiledNow)] : [];
        exchange.Suggest([.. offered, .. Suggestions(exchange, isToLife)]);
        return true;
    }

    private static string Rights(Exchange exchange)
    {
        var topic = exchange.Reading!.Has("door") ? "stop.home" : "stop.rights";
        return exchange.Locale.Answers.TryGetValue(topic, out var answer) ? answer.Short : "";
    }

    // Both return what they give to the case.
    private static IEnumerable<string> Add(Exchange exchange, long caseId)
    {
        exchange.Adds = new CaseAddition(caseId, exchange.Message.Safe);
        exchange.SayPhrase(Phrase.DangerAdded);
        return [exchange.Message.Safe];
    }

    private IEnumerable<string> File(Exchange exchange, string kind)
    {
        var reading = exchange.Reading!;
        var draft = exchange.State.Dialog;
        var told = draft?.Answers.GetValueOrDefault("what");
        var evidence = new Casework.Triage.Evidence(
            kind, reading.Signals.DistinctBy(s => s.Name).ToDictionary(s => s.Name, s => s.Words), [.. reading.Topics.Select(t => t.Topic)],
            Sentiments.Name(TextSentiment.Negative), reading.Urgency, IsRepeat: exchange.State.OpenCase is not null);
        var answers = draft?.Answers.Where(a => a.Key is "when" or "where" && a.Value.Length > 0).ToDictionary() ?? [];
        var text = string.IsNullOrEmpty(told) ? exchange.Message.Safe : $"{told}\n\n{exchange.Message.Safe}";
        var receipt = filing.File(exchange, new Statement(text, answers, draft?.Contacts ?? [], evidence, Findings(exchange, draft)));
        exchange.State = exchange.State with { Dialog = null, IsOpenCaseUrgent = true };
        exchange.Say(exchange.Locale.Say(Phrase.DangerFiled, ("receipt", ReceiptMark.Placeholder)), [], receipt);
        return [text, .. answers.Values];
    }

    private static Findings Findings(Exchange exchange, DialogDraft? draft)
    {
        var reading = exchange.Reading!;
        return new Findings(
            LanguageOfWords.Of(reading, exchange.Message.Safe) ?? draft?.WordsLanguage,
            [.. (draft?.Disagreements ?? []).ExceptBy(reading.Disagreements.Select(d => d.On), d => d.On), .. reading.Disagreements],
            [.. draft?.Opinions ?? [], .. reading.Opinions]);
    }

    private static List<string> Suggestions(Exchange exchange, bool isToLife)
    {
        var topics = isToLife ? ["help.legal"] : new[] { "stop.rights", "stop.home", "help.legal" };
        return
        [
            exchange.Locale.Say(Phrase.ActionAdd),
            .. topics.Select(t => exchange.Locale.Answers.GetValueOrDefault(t)?.Title).OfType<string>(),
            exchange.Locale.Say(Phrase.ActionHuman),
        ];
    }
}
