using System.Text.RegularExpressions;
using EngagementBot.Casework.Cases;

namespace EngagementBot.Web.Officers;

/// <summary>One of the forms on a case's page.</summary>
/// <param name="Id">Take, state, note, reply or contacts; also the name of its draft.</param>
/// <param name="Done">What the officer reads when it worked.</param>
/// <param name="Event">What it appends to the case.</param>
/// <param name="Text">What was typed; null where the form has no text.</param>
/// <param name="MindsOthers">It is held back if others did something that the officer has not seen.</param>
internal sealed partial record CaseForm(string Id, string Done, CaseEventType Event, string? Text = null, bool MindsOthers = false)
{
    /// <returns>Null if the text can be stored.</returns>
    public static string? ProblemWith(string? text, string whenEmpty) => text switch
    {
        null => whenEmpty,
        { Length: > CaseDesk.LongestText } => $"The text has {text.Length:N0} characters; at most {CaseDesk.LongestText:N0} are possible. Shorten it or send it in two parts.",
        _ => null,
    };

    /// <summary>One kind of line end, and without the character that PostgreSQL cannot store.</summary>
    public static string? Plain(string? typed)
    {
        var text = typed?.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal);
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <returns>Null if nothing of a ready reply is still to be filled in.</returns>
    public static string? BlankIn(string text) =>
        Blank().Match(text) is { Success: true } blank ? $"It is not sent yet. Fill in {blank.Value} first." : null;

    [GeneratedRegex(@"\{[a-z-]+\}")]
    private static partial Regex Blank();

    public static string Words(CaseOutcome outcome, Case about) => outcome switch
    {
        CaseOutcome.GoesToAnother => "You ended this case before it was reopened. Another officer, or a supervisor, takes it now.",
        CaseOutcome.TakenByAnother => $"{about.OfficerName} has the case. Ask them, or write a note.",
        CaseOutcome.NotAllowed => $"That is not possible while the case is “{CaseWords.State(about.State)}”.",
        CaseOutcome.ChangedMeanwhile => "Others are changing this case just now, and nothing was saved. Please press again.",
        _ => "Write something first.",
    };
}
