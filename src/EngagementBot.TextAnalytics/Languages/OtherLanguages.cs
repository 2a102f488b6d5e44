using System.Globalization;

namespace EngagementBot.TextAnalytics.Languages;

/// <summary><c>other-languages.json</c>: how languages look that are perhaps not offered, and words that show none.</summary>
internal sealed record OtherLanguages(
    IReadOnlyDictionary<string, string> Names,
    IReadOnlyList<ScriptRange> Scripts,
    IReadOnlyList<TellingLetters> Letters,
    IReadOnlyDictionary<string, string> SharedLetters,
    HashSet<string> SharedScripts,
    HashSet<string> Neutral,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Samples)
{
    private DeclarationSamples _declaration = new(new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>Formal texts, of many more languages than anybody here can write.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Declaration => _declaration.Samples;

    public static OtherLanguages Read() =>
        Embedded.Read<OtherLanguages>("other-languages.json") with { _declaration = Embedded.Read<DeclarationSamples>("declaration.json") };

    /// <returns>In English; empty if unknown.</returns>
    public string Name(string language) => Names.GetValueOrDefault(language) ?? _declaration.Names.GetValueOrDefault(language, "");

    /// <param name="script">The language that names it.</param>
    public bool IsShared(string script) => SharedScripts.Contains(script);
}

/// <summary><c>declaration.json</c>, which <c>tools/other-languages</c> writes.</summary>
internal sealed record DeclarationSamples(IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, IReadOnlyList<string>> Samples);

/// <param name="From">First code point, in hexadecimal.</param>
/// <param name="To">Last code point, in hexadecimal.</param>
/// <param name="Language">The most common language of the script, which also names the script.</param>
internal sealed record ScriptRange(string From, string To, string Language)
{
    public int First { get; } = int.Parse(From, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public int Last { get; } = int.Parse(To, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

/// <param name="Script">The language that names the script.</param>
/// <param name="Letters">Letters of this script that only <paramref name="Language"/> writes.</param>
internal sealed record TellingLetters(string Script, string Letters, string Language);
