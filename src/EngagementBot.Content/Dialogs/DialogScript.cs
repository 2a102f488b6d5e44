namespace EngagementBot.Content.Dialogs;

/// <summary><c>dialogs/&lt;id&gt;.yaml</c>: what the bot asks, step by step, and what the finished dialog files.</summary>
public sealed class DialogScript
{
    public required string Id { get; init; }

    /// <summary>The kinds of message that open it.</summary>
    public required IReadOnlyList<string> Starts { get; init; }

    /// <summary>Said once, before the first question; null for none.</summary>
    public required string? Notice { get; init; }

    public required IReadOnlyList<DialogStep> Steps { get; init; }

    /// <summary>Null where the dialog files nothing.</summary>
    public required Filing? Files { get; init; }

    public DialogStep? Step(string id) => Steps.FirstOrDefault(s => s.Id == id);
}

public enum AnswerType
{
    Text,
    Choice,
    YesNo,
    Date,
    Phone,
    Email,
    Receipt,
}

/// <param name="Ask">A key of <c>strings.json</c>.</param>
/// <param name="Choices">For <see cref="AnswerType.Choice"/>: value and the key of its label, the one that goes forward first.</param>
/// <param name="When">Asked only if this holds; null for always.</param>
public sealed record DialogStep(
    string Id, string Ask, AnswerType Answer, bool Optional, IReadOnlyList<Choice> Choices, Condition? When);

public sealed record Choice(string Value, string Label);

/// <summary>Holds if the step has been answered with the value: <c>contact = phone</c>.</summary>
public sealed record Condition(string Step, string Value)
{
    public bool Holds(IReadOnlyDictionary<string, string> answers) =>
        answers.TryGetValue(Step, out var value) && value == Value;
}

/// <param name="Kind">What the case is: complaint, concern, praise, human.</param>
/// <param name="If">Filed only if this holds; null for always.</param>
/// <param name="Review">Said above the summary that is read back; null for no summary.</param>
/// <param name="Consent">Asked before it is filed; null where an earlier choice was the consent.</param>
/// <param name="Filed">Said with the receipt, after it is stored.</param>
/// <param name="Otherwise">Said where nothing is filed.</param>
/// <param name="Counts">True if an opinion that is not filed is counted, without its words.</param>
public sealed record Filing(
    string Kind, Condition? If, string? Review, string? Consent, string Filed, string? Otherwise, bool Counts);
