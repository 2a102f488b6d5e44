using System.Text.Json;
using System.Text.RegularExpressions;
using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.Browser;

/// <summary>What a language says, read from the file that its translators write.</summary>
internal static partial class ChatWords
{
    private const string Agency = "Marlow County Sheriff's Office";

    public static string Of(string language, string key)
    {
        using var strings = JsonDocument.Parse(File.ReadAllText(Path.Combine(ServiceProgram.Folder, "locales", language, "strings.json")));
        return Plain(strings.RootElement.GetProperty(key).GetString()!.Replace("{agency.name}", Agency, StringComparison.Ordinal));
    }

    /// <summary>What stands before the first thing that is filled in.</summary>
    public static string BeginningOf(string language, string key) => Of(language, key).Split('{')[0].Trim();

    /// <summary>Without the marks that set apart what runs the other way; readers do not see them.</summary>
    public static string Plain(string shown) => Marks().Replace(shown, "");

    [GeneratedRegex(@"[\u200E\u200F\u2066-\u2069]")]
    private static partial Regex Marks();
}
