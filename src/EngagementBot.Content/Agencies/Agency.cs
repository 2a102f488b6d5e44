namespace EngagementBot.Content.Agencies;

/// <summary>The agency that runs the service: section <c>Agency</c> of the settings. What is null has not been given,
/// and residents are told so in their language.</summary>
public sealed class Agency
{
    /// <summary>True for the example of the defaults: a banner is shown, and Production refuses to start.</summary>
    public bool MadeUp { get; init; }

    public required string TimeZone { get; init; }

    public required Participation Participation { get; init; }

    /// <summary>JEM, WSO, TFM; empty unless <see cref="Participation.Active"/>.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    public DateOnly? Signed { get; init; }

    /// <summary>How long a closed case is kept, in years, 1 to 30; default 3.</summary>
    public int RetentionYears { get; init; } = 3;

    /// <summary>Texts by field (<c>phone</c>, <c>legal-aid</c> ...), then by language; the empty tag is for every language.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts { get; init; }

    /// <summary>The fields that may stand in <see cref="Texts"/>, as placeholders name them.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "name", "place", "kind", "phone", "address", "web", "agreement", "policy", "privacy-notice", "complaint-office",
        "internal-affairs", "victim-rule", "meetings", "legal-aid", "interpreter-line", "hours",
    ];

    /// <summary>Which conditional blocks of an answer are shown.</summary>
    public IReadOnlyList<string> Conditions => Participation switch
    {
        Participation.None => ["none"],
        Participation.Considering => ["considering"],
        Participation.Active when Models.Count > 0 => Models,
        _ => ["unknown"],
    };

    /// <summary>The field in this language, else for every language, else null.</summary>
    public string? Text(string field, string tag)
    {
        if (!Texts.TryGetValue(field, out var byLanguage))
            return null;
        var text = byLanguage.GetValueOrDefault(tag) ?? byLanguage.GetValueOrDefault("") ?? byLanguage.GetValueOrDefault("en");
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>True if the field was given in this very language.</summary>
    public bool HasText(string field, string tag) => Texts.GetValueOrDefault(field)?.ContainsKey(tag) == true;

    public string Name => Text("name", "") ?? "";
}

public enum Participation
{
    Unknown,
    None,
    Considering,
    Active,
}
