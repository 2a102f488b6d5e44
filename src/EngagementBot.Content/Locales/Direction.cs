using System.Text.RegularExpressions;

namespace EngagementBot.Content.Locales;

/// <summary>Keeps what is written in Latin letters and digits in order inside a right-to-left text (Unicode UAX #9, isolates).</summary>
internal static partial class Direction
{
    private const char LeftToRightIsolate = '\u2066';
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>Sets a value of unknown direction (a name, a phone number) apart from the text around it.</summary>
    public static string Isolate(string value) =>
        value.Length == 0 || value.StartsWith("http", StringComparison.Ordinal) ? value : $"{FirstStrongIsolate}{value}{PopIsolate}";

    /// <summary>Sets each "287(g)" and "1357(g)" apart, or its bracket would jump to the other side.</summary>
    public static string IsolateProgramName(string text) =>
        ProgramName().Replace(text, m => $"{LeftToRightIsolate}{m.Value}{PopIsolate}");

    [GeneratedRegex(@"\d{3,4}\(g\)", RegexOptions.IgnoreCase)]
    private static partial Regex ProgramName();
}
