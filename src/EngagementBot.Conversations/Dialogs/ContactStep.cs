using System.Text.RegularExpressions;
using EngagementBot.Content.Dialogs;
using EngagementBot.Conversations.Turns;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>Telephone numbers and e-mail addresses that a resident gives on purpose: read from the raw message, kept encrypted.</summary>
internal static partial class ContactStep
{
    /// <summary>The open dialog has just asked how to reach the resident, so that a number in the answer is no slip.</summary>
    public static bool IsAsked(Exchange exchange) =>
        exchange.State.Dialog is { } draft && (draft.Step is "phone" or "email" or "contact" || draft is { Id: "human", Step: "how" });

    /// <returns>Null if it is no number of 7 to 15 digits (ITU-T E.164).</returns>
    public static string? ReadPhone(string raw)
    {
        var match = Phone().Match(raw);
        var digits = match.Value.Count(char.IsDigit);
        return match.Success && digits is >= 7 and <= 15 ? match.Value.Trim() : null;
    }

    public static string? ReadEmail(string raw) => Email().Match(raw) is { Success: true } match ? match.Value : null;

    /// <summary>•••• 4567: enough to recognise one's own number in the summary.</summary>
    public static string Cover(string kind, string value) => kind == "email"
        ? $"{value[0]}••••{value[value.IndexOf('@', StringComparison.Ordinal)..]}"
        : $"•••• {new string([.. value.Where(char.IsDigit).TakeLast(4)])}";

    public static string? Read(AnswerType type, string raw) => type == AnswerType.Phone ? ReadPhone(raw) : ReadEmail(raw);

    [GeneratedRegex(@"\+?[\d(][\d\s().\-–/]{5,24}\d")]
    private static partial Regex Phone();

    [GeneratedRegex(@"[^\s@<>,;:""]+@[^\s@<>,;:""]+\.[\p{L}\d]{2,}")]
    private static partial Regex Email();
}
