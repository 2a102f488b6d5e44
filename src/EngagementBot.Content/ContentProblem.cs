namespace EngagementBot.Content;

/// <summary>Something wrong in <c>locales/</c>, <c>dialogs/</c> or the settings: where it stands, what it is and how to mend it.</summary>
/// <param name="File">Path as the reader was given it; never empty.</param>
/// <param name="Line">1 for the first line; 0 where the problem has no line, such as a missing file.</param>
/// <param name="IsWarning">True for what is only a matter of time; <c>check --strict</c> makes it a failure.</param>
public sealed record ContentProblem(string File, int Line, string What, string Remedy, bool IsWarning = false)
{
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}: {(IsWarning ? "warning" : "error")}: {What} {Remedy}";
}

/// <summary>The content or the settings cannot be used. The program prints each problem and ends with exit code 2.</summary>
public sealed class ContentException(IReadOnlyList<ContentProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<ContentProblem> Problems { get; } = problems;
}
