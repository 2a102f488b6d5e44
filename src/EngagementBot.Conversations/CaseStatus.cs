using System.Text.RegularExpressions;
using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Clocks;
using EngagementBot.Casework.Receipts;
using EngagementBot.Content;
using EngagementBot.Conversations.Turns;

namespace EngagementBot.Conversations;

/// <summary>Shows a resident the state of a case. The receipt is the only key, in whatever message it stands.</summary>
public sealed partial class CaseStatus(ResidentDesk desk, WorkingHours hours)
{
    private const int MostLettersBesideReceipt = 20;
    private const int MostCases = 8;
    private const int MostWrongReceipts = 5;
    private static readonly TimeSpan WaitAfterWrongReceipts = TimeSpan.FromMinutes(10);

    internal async Task<bool> AnswerReceiptAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        if (exchange.Message.Receipt is not { } receipt)
            return false;
        if (!receipt.IsValid)
            return SayMistyped(exchange);
        if (IsLocked(exchange))
        {
            exchange.SayPhrase(Phrase.StatusTooMany);
            return true;
        }
        if (await desk.FindAsync(receipt.Digits, cancellationToken) is { } file)
            Show(exchange, file);
        else
            SayNotFound(exchange);
        return true;
    }

    /// <summary>On a phone whose conversation hears of open cases no receipt is needed to ask how they stand: of one it is said at once,
    /// several are a list to choose from.</summary>
    internal async Task<bool> AnswerPhoneAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        if (!exchange.Turn.IsText || exchange.State.Dialog is not null)
            return false;
        var chosen = ChosenCase().Match(exchange.Message.Raw) is { Success: true } number ? number.Value : null;
        if (chosen is null && !AsksForStatus(exchange))
            return false;
        var open = await desk.OfConversationAsync(exchange.Turn.ConversationId, cancellationToken);
        if (open.SingleOrDefault(c => c.Number == chosen) is { } named)
            Show(exchange, (await desk.FindAsync(named.Id, cancellationToken))!);
        else if (open.Count == 1)
            Show(exchange, (await desk.FindAsync(open[0].Id, cancellationToken))!);
        else if (open.Count > 1)
            exchange.Say(exchange.Locale.Say(Phrase.SmsCases), [.. open.Take(MostCases).Select(c => Line(exchange, c)), exchange.Locale.Say(Phrase.SmsOtherCase)]);
        return open.Count > 0;
    }

    /// <summary>Pictures wait, and the case that "add something" means has not ended.</summary>
    internal async Task<bool> TakesPicturesAsync(Exchange exchange, CancellationToken cancellationToken) =>
        exchange.State is { OpenCase: { } open, Pictures: not null } && await desk.FindAsync(open, cancellationToken) is { } file && !file.Case.State.IsEnded();

    private static bool AsksForStatus(Exchange exchange) => !Wording.AreSame(exchange.Message.Folded, exchange.Locale.Say(Phrase.SmsOtherCase))
        && (Wording.AreSame(exchange.Message.Folded, exchange.Locale.Say(Phrase.ActionStatus)) || exchange.Reading!.Kind == "status");

    private string Line(Exchange exchange, Case about) => $"{about.Number}, {exchange.Locale.Day(LocalDay(about.FiledAt))}";

    // Sixteen digits with hardly a word beside them are meant as a receipt; the dialog that asks for one says so itself.
    private static bool SayMistyped(Exchange exchange)
    {
        if (exchange.State.Dialog is not null || exchange.Message.Raw.Count(char.IsLetter) > MostLettersBesideReceipt)
            return false;
        exchange.Say(exchange.Locale.Say(Phrase.StatusBadReceipt), [exchange.Locale.Say(Phrase.ActionStatus), exchange.Locale.Say(Phrase.ActionHuman)]);
        return true;
    }

    private static bool IsLocked(Exchange exchange) =>
        exchange.State.WrongReceipts >= MostWrongReceipts && exchange.At - exchange.State.WrongReceiptAt < WaitAfterWrongReceipts;

    private static void SayNotFound(Exchange exchange)
    {
        exchange.State = exchange.State with { WrongReceipts = exchange.State.WrongReceipts + 1, WrongReceiptAt = exchange.At };
        exchange.Say(exchange.Locale.Say(Phrase.StatusNotFound), [exchange.Locale.Say(Phrase.ActionStatus), exchange.Locale.Say(Phrase.ActionHuman)]);
    }

    private void Show(Exchange exchange, CaseFile file)
    {
        exchange.Returns = file.Case.Id;
        exchange.State = exchange.State with
        {
            OpenCase = file.Case.Id,
            IsOpenCaseUrgent = false,
            WrongReceipts = 0,
            Dialog = exchange.State.Dialog?.Id == "status" ? null : exchange.State.Dialog,
        };
        List<string> actions = file.Case.State.IsEnded() ? [] : [exchange.Locale.Say(Phrase.ActionAdd)];
        exchange.Say(Describe(exchange, file), [.. actions, exchange.Locale.Say(Phrase.ActionMenu)]);
    }

    private string Describe(Exchange exchange, CaseFile file)
    {
        var locale = exchange.Locale;
        var lines = new List<string>
        {
            locale.Say(
                Phrase.StatusCase, ("number", file.Case.Number), ("date", locale.Day(LocalDay(file.Case.FiledAt))),
                ("state", locale.Say($"state.{file.Case.State.Name()}"))),
        };
        var replies = file.Events.Where(e => e.Type == CaseEventType.Replied).ToList();
        if (replies.Count > 0)
            lines.Add(locale.SayCount(Phrase.StatusReplies, replies.Count));
        else if (!file.Case.State.IsEnded())
            lines.Add($"{locale.Say(Phrase.StatusNoReplies)} {locale.Say(Phrase.StatusDue, ("due", DueDay(exchange, file.Case.FirstAnswerDue)))}");
        lines.AddRange(replies.Select(r => locale.Say(Phrase.StatusReply, ("date", locale.Day(LocalDay(r.At))), ("text", OfficerReply.Of(r).ForResident(locale)))));
        return string.Join("\n\n", lines);
    }

    /// <summary>The day by which an officer should answer, in the agency's time zone.</summary>
    internal string DueDay(Exchange exchange, DateTimeOffset due) => exchange.Locale.Day(LocalDay(due));

    [GeneratedRegex(@"^\d{4}-\d{6}(?=, )")]
    private static partial Regex ChosenCase();

    internal DateOnly LocalDay(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, hours.Zone).DateTime);
}
