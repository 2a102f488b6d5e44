using EngagementBot.Content;
using EngagementBot.Content.Dialogs;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.Conversations.Understanding;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>Opens a dialog, takes its answers and finishes it. What it asks stands in <c>dialogs/</c>.</summary>
internal sealed class DialogRunner(ContentLibrary content, CaseFiling filing, Answering answering, CaseStatus status, ImmigrationStatus immigration)
{
    private readonly DialogQuestions _questions = new(content, filing.Confidential);
    private readonly DialogAnswers _answers = new(content, filing.Confidential, status, immigration);
    private readonly DialogEnding _ending = new(filing, status);
    private readonly DialogLeaving _leaving = new(content, new DialogQuestions(content, filing.Confidential));

    /// <summary>Opens the dialog that the message asks for: by a tapped action, a command, or its kind.</summary>
    public bool Start(Exchange exchange)
    {
        var tapped = Tapped(exchange);
        var script = tapped ?? Announced(exchange) ?? content.Dialogs.Values.FirstOrDefault(d => d.Starts.Contains(exchange.Reading!.Kind));
        if (script is null)
            return false;
        var draft = new DialogDraft
        {
            Id = script.Id,
            Step = script.Steps[0].Id,
            CaseId = script.Id == "add" ? exchange.State.OpenCase : null,
            FirstSequence = exchange.Sequence,
        };
        if (script.Notice is { } notice)
            exchange.Say(exchange.WithServiceNotice(exchange.Locale.Say(notice)));
        // Who texts for the first time has just been told.
        if (exchange.Turn.IsText && script.Files is not null && exchange.State.IsGreeted)
            exchange.SayPhrase(Phrase.SmsCarrier);
        if (tapped is null && script.Step("what") is not null && SaidAlready.What(exchange.Message.Safe, content.Locales.Values, script.Id) is { } what)
            draft = _answers.Take(exchange, script, draft, "what", what);
        GoOn(exchange, script, draft);
        return true;
    }

    /// <summary>The open dialog takes the message: an answer, a way out, or a question in between.</summary>
    public bool Continue(Exchange exchange)
    {
        if (exchange.State.Dialog is not { } draft || !content.Dialogs.TryGetValue(draft.Id, out var script))
            return false;
        if (_leaving.Take(exchange, script, draft))
            return true;
        draft = draft with { IsLeaving = false };
        if (QuestionBetween(exchange, script, draft) is { } topic)
            AnswerBetween(exchange, script, draft, topic);
        else if (draft.Step == DialogDraft.Consent)
            Consent(exchange, script, draft);
        else if (draft.Step == DialogDraft.Change)
            Change(exchange, script, draft);
        else
            Answer(exchange, script, draft);
        return true;
    }

    /// <summary>The message is, word for word, what can be tapped below the open question.</summary>
    public bool IsOption(Exchange exchange) =>
        exchange.State.Dialog is { } draft && content.Dialogs.TryGetValue(draft.Id, out var script)
        && DialogQuestions.Options(exchange, script, draft).Any(o => Wording.AreSame(exchange.Message.Folded, o.Label));

    /// <summary>What a service may read of the answer to what was asked last: only the resident's own words.</summary>
    public ServiceMay ServiceMayRead(Exchange exchange)
    {
        if (exchange.State.Dialog is not { } draft || !content.Dialogs.TryGetValue(draft.Id, out var script) || script.Step(draft.Step) is not { Answer: AnswerType.Text } step)
            return ServiceMay.NotBeAsked;
        return step.Id == "what" ? ServiceMay.TellStory : ServiceMay.TellPersonalData;
    }

    /// <summary>Asks again what was asked last, after something else has been answered.</summary>
    public void AskAgain(Exchange exchange)
    {
        if (exchange.State.Dialog is { } draft && content.Dialogs.TryGetValue(draft.Id, out var script))
            _questions.Ask(exchange, script, draft, exchange.Locale.Say(Phrase.DialogGoOn));
    }

    // "I want to complain: ..." says what it is, whatever the rest reads like; "how do I complain" is a question and is answered.
    private DialogScript? Announced(Exchange exchange)
    {
        if (Answering.SureTopic(exchange.Reading!) is not null)
            return null;
        var announced = content.Locales.Values.Select(l => SaidAlready.Announced(exchange.Message.Safe, l)).FirstOrDefault(d => d is not null);
        return announced is null ? null : content.Dialogs.GetValueOrDefault(announced);
    }

    private DialogScript? Tapped(Exchange exchange)
    {
        var locale = exchange.Locale;
        foreach (var (action, dialog) in DialogQuestions.Actions)
        {
            if (Wording.AreSame(exchange.Message.Folded, locale.Say(action)) && (dialog != "add" || exchange.State.OpenCase is not null))
                return content.Dialogs.GetValueOrDefault(dialog);
        }
        return Wording.IsOneOf(exchange.Message.Folded, locale.Profile.Commands["erase"]) ? content.Dialogs.GetValueOrDefault("erase") : null;
    }

    // Only what is plainly a question gives way: free text may hold a question mark and still be the answer.
    private string? QuestionBetween(Exchange exchange, DialogScript script, DialogDraft draft)
    {
        var isFreeText = script.Step(draft.Step)?.Answer is AnswerType.Text or AnswerType.Date;
        var asks = exchange.Message.Safe.AsSpan().IndexOfAny('?', '؟', '？') >= 0;
        if (IsOption(exchange) || IsCommand(exchange.Message.Folded))
            return null;
        return isFreeText && !asks ? answering.TitleTopic(exchange.Message.Folded) : answering.TitleTopic(exchange.Message.Folded) ?? Answering.SureTopic(exchange.Reading!);
    }

    // "Yes" is no question, whatever the topics make of it.
    private bool IsCommand(string folded) => content.Locales.Values.Any(l => l.Profile.Commands.Values.Any(c => Wording.IsOneOf(folded, c)));

    private void AnswerBetween(Exchange exchange, DialogScript script, DialogDraft draft, string topic)
    {
        Answering.AnswerTopic(exchange, topic);
        exchange.Suggest([]);
        _questions.Ask(exchange, script, draft, exchange.Locale.Say(Phrase.DialogGoOn));
    }

    private void Answer(Exchange exchange, DialogScript script, DialogDraft draft)
    {
        var step = script.Step(draft.Step)!;
        var (taken, problem) = _answers.Read(exchange, script, draft, step, DialogQuestions.Options(exchange, script, draft));
        if (taken is not null)
            GoOn(exchange, script, taken);
        else if (step.Answer == AnswerType.Choice && Tapped(exchange)?.Id == "human")
            exchange.SayPhrase(content.Dialogs["human"].Notice!);
        if (taken is null)
            _questions.Ask(exchange, script, draft, exchange.Locale.Say(problem!));
    }

    private void Consent(Exchange exchange, DialogScript script, DialogDraft draft)
    {
        switch (_questions.Chosen(exchange, DialogQuestions.Options(exchange, script, draft)))
        {
            case DialogQuestions.File:
                _ending.File(exchange, script, draft);
                break;
            case DialogQuestions.LeaveOutStatus:
                _ending.File(exchange, script, immigration.Without(draft));
                immigration.LeaveOutOfLog(exchange);
                break;
            case DialogQuestions.ChangeSomething:
                _questions.AskWhatToChange(exchange, script, draft);
                break;
            // Where nothing is read back, "shall I pass it on?" was the asking.
            case DialogQuestions.LeaveIt when script.Files!.Review is null:
                DialogLeaving.Leave(exchange, draft);
                break;
            case DialogQuestions.LeaveIt:
                _leaving.Ask(exchange, script, draft);
                break;
            default:
                _questions.Ask(exchange, script, draft, exchange.Locale.Say(Phrase.DialogChoose));
                break;
        }
    }

    private void Change(Exchange exchange, DialogScript script, DialogDraft draft)
    {
        if (_questions.Chosen(exchange, DialogQuestions.Options(exchange, script, draft)) is not { } step)
            _questions.AskWhatToChange(exchange, script, draft);
        else
            GoOn(exchange, script, DialogAnswers.Without(draft, script, step));
    }

    // Asks the next question that is still open; where none is, reads back or finishes.
    private void GoOn(Exchange exchange, DialogScript script, DialogDraft draft)
    {
        if (script.Files is not null)
            SayStatusNote(exchange, draft);
        if (DialogQuestions.NextStep(script, draft) is { } next)
            _questions.Ask(exchange, script, draft with { Step = next.Id });
        else if (script.Files is { } files && files.If?.Holds(draft.Answers) != false && (files.Consent is not null || draft.MentionsStatus))
            _questions.Ask(exchange, script, draft with { Step = DialogDraft.Consent });
        else
            _ending.Finish(exchange, script, draft);
    }

    private static void SayStatusNote(Exchange exchange, DialogDraft draft)
    {
        if (!draft.MentionsStatus || exchange.State.IsStatusNoteSaid)
            return;
        exchange.SayPhrase(Phrase.StatusNotNeeded);
        exchange.State = exchange.State with { IsStatusNoteSaid = true };
    }
}
