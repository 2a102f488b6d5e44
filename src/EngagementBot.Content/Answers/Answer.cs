namespace EngagementBot.Content.Answers;

/// <summary>One topic in one language, with the agency's facts and only the blocks that this agency shows.</summary>
public sealed class Answer
{
    /// <summary>An id such as <c>stop.traffic</c>: the name of the file.</summary>
    public required string Topic { get; init; }

    public required string Title { get; init; }

    /// <summary>Questions as residents type them: the examples from which the understanding learns.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>For text messages: at most 300 characters in GSM-7, else 200.</summary>
    public required string Short { get; init; }

    public required IReadOnlyList<string> Related { get; init; }

    public required IReadOnlyList<Source> Sources { get; init; }

    public required DateOnly Reviewed { get; init; }

    /// <summary>Null while nobody at the agency has approved it; then it is marked so.</summary>
    public required string? ApprovedBy { get; init; }

    /// <summary>True where a lawyer should look before it is approved.</summary>
    public required bool Counsel { get; init; }

    /// <summary>Plain Markdown, without title and sources.</summary>
    public required string Body { get; init; }

    /// <summary>What is sent: title, body, sources with addresses, date, and whether it is approved.</summary>
    public required string Message { get; init; }
}

/// <param name="Url">Absolute and https, or empty where the agency has not given the address of its page.</param>
public sealed record Source(string Title, string Url);
