using System.Globalization;
using EngagementBot.Casework.Receipts;
using EngagementBot.Content;
using EngagementBot.Content.Dialogs;
using EngagementBot.Content.Locales;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>What a dialog asks next, and what can be tapped below it: forward first, leaving last.</summary>
internal sealed class DialogQuestions(ContentLibrary content, IConfidentialText confidential)
{
    public const string File = "file";
    public const string LeaveOutStatus = "leave-out-status";
    public const string ChangeSomething = "change";
    public const string LeaveIt = "leave";
    public const string Stay = "stay";
    public const string SkipIt = "skip";

    private const string Field = "field.";

    /// <summary>Which dialog a tapped action opens.</summary>
    public static readonly IReadOnlyList<(string Action, string Dialog)> Actions =
    [
        (Phrase.ActionComplaint, "complaint"), (Phrase.ActionConcern, "concern"), (Phrase.ActionHuman, "human"),
        (Phrase.ActionStatus, "status"), (Phrase.SmsOtherCase, "status"), (Phrase.ActionAdd, "add"),
    ];

    public static DialogStep? NextStep(DialogScript script, DialogDraft draft) =>
        script.Steps.FirstOrDefault(s => !draft.Answers.ContainsKey(s.Id) && s.When?.Holds(draft.Answers) != false);

    /// <param name="before">Said above the question; null for nothing.</param>
    public void Ask(Exchange exchange, DialogScript script, DialogDraft draft, string? before = null)
    {
        exchange.State = exchange.State with { Dialog = draft };
        var question = draft.Step switch
        {
            _ when draft.IsLeaving => exchange.Locale.Say(Phrase.DialogLeaveAsk),
            DialogDraft.Consent => Review(exchange, script, draft),
            DialogDraft.Change => exchange.Locale.Say(Phrase.DialogChangeWhich),
            _ => exchange.Locale.Say(script.Step(draft.Step)!.Ask),
        };
        exchange.Say(before is null ? question : $"{before}\n\n{question}", [.. Options(exchange, script, draft).Select(o => o.Label)]);
    }

    public void AskWhatToChange(Exchange exchange, DialogScript script, DialogDraft draft) =>
        Ask(exchange, script, draft with { Step = DialogDraft.Change });

    public static IReadOnlyList<(string Value, string Label)> Options(Exchange exchange, DialogScript script, DialogDraft draft)
    {
        var locale = exchange.Locale;
        if (draft.IsLeaving)
            return [(Stay, locale.Say(Phrase.DialogStay)), (LeaveIt, locale.Say(Phrase.DialogLeaveSure))];
        var options = new List<(string, string)>();
        if (draft.Step == DialogDraft.Change)
        {
            options.AddRange(script.Steps.Where(s => draft.Answers.ContainsKey(s.Id) && s.When is null && locale.Has($"field.{s.Id}"))
                .Select(s => (s.Id, locale.Say($"field.{s.Id}"))));
            return options;
        }
        if (draft.Step == DialogDraft.Consent)
            return ConsentOptions(locale, script.Files!, draft);
        AddStepOptions(script.Step(draft.Step)!, options, locale);
        if (script.Files is not null)
            options.Add((LeaveIt, locale.Say(Phrase.DialogLeave)));
        return options;
    }

    /// <summary>The option that was tapped, numbered, or said as a plain yes or no.</summary>
    public string? Chosen(Exchange exchange, IReadOnlyList<(string Value, string Label)> options)
    {
        var text = exchange.Message.Safe;
        var folded = exchange.Message.Folded;
        foreach (var (value, label) in options)
        {
            if (Wording.AreSame(folded, label))
                return value;
        }
        if (Number(text) is { } number && number >= 1 && number <= options.Count)
            return options[number - 1].Value;
        var commands = content.Locales.Values.Select(l => l.Profile.Commands).ToList();
        if (commands.Any(c => Wording.IsOneOf(folded, c["yes"])))
            return options[0].Value;
        if (commands.Any(c => Wording.IsOneOf(folded, c["no"])))
            return options.Select(o => o.Value).FirstOrDefault(v => v is "none" or "self" or "count" or "keep" or Stay or LeaveIt);
        return options.Select(o => o.Value).Contains(ChangeSomething) && Wording.IsOneOf(folded, exchange.Locale.Profile.Commands["change"])
            ? ChangeSomething
            : Named(text, options);
    }

    /// <returns>Where the resident's words begin in a line of a review, with or without Markdown; null if it is none.</returns>
    public static int? ReadBackStart(string line, IEnumerable<Locale> locales)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !line.StartsWith("- ", StringComparison.Ordinal))
            return null;
        var field = Word.Fold(line[..colon]);
        return locales.Any(l => l.SayAll(Field).Any(f => Wording.AreSame(field, f.Text))) ? colon + 1 : null;
    }

    // Where nothing is read back there is nothing to change: a plain yes or no.
    private static List<(string, string)> ConsentOptions(Locale locale, Filing files, DialogDraft draft)
    {
        var isRead = files.Review is not null;
        List<(string, string)> options = [(File, locale.Say(isRead ? Phrase.DialogFile : Phrase.DialogYes))];
        if (draft.MentionsStatus)
            options.Add((LeaveOutStatus, locale.Say(Phrase.DialogLeaveOutStatus)));
        if (isRead)
            options.Add((ChangeSomething, locale.Say(Phrase.DialogChange)));
        return [.. options, (LeaveIt, locale.Say(isRead ? Phrase.DialogLeave : Phrase.DialogNo))];
    }

    // "phone" is enough for "By phone", as long as no other label says it too.
    private static string? Named(string text, IReadOnlyList<(string Value, string Label)> options)
    {
        var words = Word.Read(text).Select(w => w.Text).ToList();
        if (words.Count is 0 or > 3)
            return null;
        var named = options.Where(o => !words.Except(Word.Read(o.Label).Select(w => w.Text)).Any()).ToList();
        return named is [var only] ? only.Value : null;
    }

    private static void AddStepOptions(DialogStep step, List<(string, string)> options, Locale locale)
    {
        options.AddRange(step.Choices.Select(c => (c.Value, locale.Say(c.Label))));
        if (step.Answer == AnswerType.YesNo)
            options.AddRange([("yes", locale.Say(Phrase.DialogYes)), ("no", locale.Say(Phrase.DialogNo))]);
        if (step.Optional && step.Answer != AnswerType.Choice)
            options.Add((SkipIt, locale.Say(Phrase.DialogSkip)));
    }

    private string Review(Exchange exchange, DialogScript script, DialogDraft draft)
    {
        var locale = exchange.Locale;
        var consent = locale.Say(script.Files!.Consent ?? Phrase.DialogChoose);
        if (script.Files.Review is null)
            return consent;
        var lines = script.Steps.Where(s => draft.Answers.ContainsKey(s.Id)).Select(s => $"- **{locale.Say($"{Field}{s.Id}")}**: {Shown(exchange, s, draft)}");
        return $"{locale.Say(script.Files.Review)}\n\n{string.Join('\n', lines)}\n\n{consent}";
    }

    private string Shown(Exchange exchange, DialogStep step, DialogDraft draft)
    {
        if (draft.Contacts.TryGetValue(step.Id, out var contact))
            return ContactStep.Cover(step.Id, confidential.Unprotect(contact) ?? "????");
        var answer = draft.Answers[step.Id];
        var chosen = step.Choices.FirstOrDefault(c => c.Value == answer);
        var text = chosen is not null ? exchange.Locale.Say(chosen.Label) : answer.Length == 0 ? exchange.Locale.Say(Phrase.DialogNotSaid) : answer;
        return text.ReplaceLineEndings(" ");
    }

    private static int? Number(string text)
    {
        var digits = text.Trim(' ', '.', ')', '#');
        return digits.Length == 1 && CharUnicodeInfo.GetDecimalDigitValue(digits[0]) is >= 0 and var value ? value : null;
    }
}
