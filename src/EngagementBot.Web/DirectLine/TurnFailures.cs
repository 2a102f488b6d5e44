namespace EngagementBot.Web.DirectLine;

/// <summary>A turn that could not be stored: the log says so without a word of the resident's.</summary>
internal sealed partial class TurnFailures(ILogger<TurnFailures> log)
{
    public void Report(Exception failed) => Failed(failed.GetType().FullName ?? "", failed.StackTrace ?? "");

    // The message of an exception may hold values of the statement; its type and stack do not.
    [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed with {Kind}. {Stack}")]
    private partial void Failed(string kind, string stack);
}
