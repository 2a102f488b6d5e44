using System.CommandLine;

namespace EngagementBot.Web.Commands;

/// <summary>The verbs of the program. Without one, all arguments go to the web host.</summary>
internal static class CommandLine
{
    /// <summary>How a person starts this program, for hints on the terminal.</summary>
    public static string Self => File.Exists("EngagementBot.Web.csproj") ? "dotnet run --project src/EngagementBot.Web --" : "dotnet EngagementBot.Web.dll";

    public static bool IsVerb(string[] args) =>
        args.Length > 0 && (args[0] is "--help" or "-h" or "-?" or "help" || !args[0].StartsWith('-') && !args[0].StartsWith('/'));

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("EngagementBot. Without a command it serves the chat page, the officers' console and the Bot Framework doors.")
        {
            CheckCommand.Create(), ChatCommand.Create(), SmsCommand.Create(), UnderstandCommand.Create(), OfficerCommand.Create(), CasesCommand.Create(),
        };
        var parsed = root.Parse(args is ["help"] ? ["--help"] : args);
        return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }
}
