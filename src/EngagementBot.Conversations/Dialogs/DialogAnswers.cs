using EngagementBot.Casework.Receipts;
using EngagementBot.Content;
using EngagementBot.Content.Dialogs;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.Conversations.Understanding;
using EngagementBot.TextAnalytics;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>Takes a resident's words as the answer to a step, and with it what else they say.</summary>
internal sealed class DialogAnswers(ContentLibrary content, IConfidentialText confidential, CaseStatus status, ImmigrationStatus immigration)
{
    /// <returns>The draft with the answer, or null and the key of what is wrong with it.</returns>
    public (DialogDraft? Taken, string? Problem) Read(
        Exchange exchange, DialogScript script, DialogDraft draft, DialogStep step, IReadOnlyList<(string Value, string Label)> options)
    {
        if (step.Answer is AnswerType.Choice or AnswerType.YesNo)
            return ReadChoice(exchange, script, draft, step, options);
        if (IsSkipped(exchange, step))
            return (With(draft, step.Id, ""), null);
        if (step.Answer is AnswerType.Phone or AnswerType.Email)
            return ReadContact(exchange, draft, step);
        if (step.Answer == AnswerType.Receipt)
            return (null, Phrase.StatusBadReceipt);
        return (Take(exchange, script, draft, step.Id, exchange.Message.Safe), null);
    }

    /// <summary>Remembers the answer; from what happened also the time, the place, and what makes it pressing.</summary>
    public DialogDraft Take(Exchange exchange, DialogScript script, DialogDraft draft, string step, string text)
    {
        var taken = With(draft, step, text) with { MentionsStatus = draft.MentionsStatus || immigration.IsIn(text) };
        if (step == "when" && SaidAlready.Day(text, exchange.Locale, status.LocalDay(exchange.At)) is { } day)
            taken = With(taken, step, $"{text} ({day})");
        if (step != "what")
            return taken;
        if (script.Step("when") is not null && !taken.Answers.ContainsKey("when") && SaidAlready.When(text, exchange.Locale, status.LocalDay(exchange.At)) is { } when)
            taken = With(taken, "when", when);
        if (script.Step("where") is not null && !taken.Answers.ContainsKey("where") && SaidAlready.Where(text, exchange.Locale) is { } where)
            taken = With(taken, "where", where);
        return Judged(exchange, taken, text);
    }

    public static DialogDraft Without(DialogDraft draft, DialogScript script, string step)
    {
        var dependent = script.Steps.Where(s => s.When?.Step == step).Select(s => s.Id).Append(step).ToHashSet();
        return draft with
        {
            Answers = draft.Answers.Where(a => !dependent.Contains(a.Key)).ToDictionary(),
            Contacts = draft.Contacts.Where(c => !dependent.Contains(c.Key)).ToDictionary(),
        };
    }

    private static DialogDraft Judged(Exchange exchange, DialogDraft draft, string text)
    {
        var reading = exchange.Reading!;
        var signals = new Dictionary<string, string>(draft.Signals);
        foreach (var signal in reading.Signals)
            signals.TryAdd(signal.Name, signal.Words);
        return draft with
        {
            Signals = signals,
            Topics = [.. draft.Topics.Union(reading.Topics.Where(t => t.Score >= Reading.Sure).Select(t => t.Topic))],
            Urgency = Math.Min(draft.Urgency, reading.Urgency),
            Sentiment = reading.Sentiment == TextSentiment.Neutral ? draft.Sentiment : Sentiments.Name(reading.Sentiment),
            Opinions = [.. reading.Opinions],
            WordsLanguage = LanguageOfWords.Of(reading, text),
            Disagreements = [.. draft.Disagreements.ExceptBy(reading.Disagreements.Select(d => d.On), d => d.On), .. reading.Disagreements],
        };
    }

    private (DialogDraft?, string?) ReadChoice(
        Exchange exchange, DialogScript script, DialogDraft draft, DialogStep step, IReadOnlyList<(string Value, string Label)> options)
    {
        // A number or an address that is given at once is the choice and its answer in one.
        foreach (var contact in script.Steps.Where(s => s.When?.Step == step.Id && s.Answer is AnswerType.Phone or AnswerType.Email))
        {
            if (contact.When is { } when && ContactStep.Read(contact.Answer, exchange.Message.Raw) is { } given)
                return (WithContact(With(draft, step.Id, when.Value), contact.Id, given), null);
        }
        if (new DialogQuestions(content, confidential).Chosen(exchange, options) is { } value && value != DialogQuestions.LeaveIt)
            return (With(draft, step.Id, value), null);
        return IsSkipped(exchange, step) ? (With(draft, step.Id, ""), null) : (null, Phrase.DialogChoose);
    }

    private (DialogDraft?, string?) ReadContact(Exchange exchange, DialogDraft draft, DialogStep step) =>
        ContactStep.Read(step.Answer, exchange.Message.Raw) is { } given
            ? (WithContact(draft, step.Id, given), null)
            : (null, step.Answer == AnswerType.Phone ? Phrase.DialogBadPhone : Phrase.DialogBadEmail);

    private bool IsSkipped(Exchange exchange, DialogStep step) => step.Optional && (
        Wording.AreSame(exchange.Message.Folded, exchange.Locale.Say(Phrase.DialogSkip))
        || content.Locales.Values.Any(l => Wording.IsOneOf(exchange.Message.Folded, l.Profile.Commands["skip"]) || Wording.IsOneOf(exchange.Message.Folded, l.Profile.Commands["unknown"]))
        || content.Locales.Values.Any(l => Wording.IsOneOf(exchange.Message.Folded, l.Profile.Commands["no"])));

    private DialogDraft WithContact(DialogDraft draft, string kind, string value) =>
        With(draft, kind, ContactStep.Cover(kind, value)) with { Contacts = new(draft.Contacts) { [kind] = confidential.Protect(value) } };

    private static DialogDraft With(DialogDraft draft, string step, string answer) =>
        draft with { Answers = new(draft.Answers) { [step] = answer } };
}
