namespace EngagementBot.Web.Settings;

/// <summary>Where things lie. What is given is relative to the folder in which the command was typed.</summary>
internal static class Folders
{
    /// <summary><c>locales</c> and <c>dialogs</c> lie beside the program unless the setting names another folder.</summary>
    public static string Content(string? setting) => string.IsNullOrWhiteSpace(setting) ? AppContext.BaseDirectory : Path.GetFullPath(setting);

    /// <summary>Beside the content, unless the setting names another folder.</summary>
    public static string Data(string? setting, string content) =>
        string.IsNullOrWhiteSpace(setting) ? Path.Combine(Path.GetFullPath(content), "data") : Typed(setting);

    /// <summary>A path as it was typed, made absolute.</summary>
    public static string Typed(string path) => Path.GetFullPath(path, WhereTyped());

    // `dotnet run --project X` moves to X before it starts the program; the shell's PWD still names the folder of the command.
    private static string WhereTyped()
    {
        var here = Directory.GetCurrentDirectory();
        var shell = Environment.GetEnvironmentVariable("PWD");
        return File.Exists(Path.Combine(here, "EngagementBot.Web.csproj")) && Directory.Exists(shell) ? shell : here;
    }
}
