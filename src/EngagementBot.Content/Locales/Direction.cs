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

    /// <summary>Sets each "287(g)", telephone number and form number (I-200) apart, or its parts would change sides. Addresses stay as they are.</summary>
    public static string IsolateNumbers(string text) =>
        Numbers().Replace(text, m => m.Groups["number"].Success ? $"{LeftToRightIsolate}{m.Value}{PopIsolate}" : m.Value);

    [GeneratedRegex(@"https?://\S+|(?<number>\b(?:\d{3,4}\(g\)|(?:[A-Z]-|\d+[-–/.])\d[\w\-–/]*))", RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();
}
