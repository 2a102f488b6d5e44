using System.Globalization;
using System.Text.RegularExpressions;
using EngagementBot.Casework.Clocks;
using EngagementBot.Content;
using EngagementBot.Content.Agencies;
using Microsoft.Extensions.Configuration.Json;

namespace EngagementBot.Web.Settings;

/// <summary>Reads the section <c>Agency</c>.</summary>
internal sealed partial class AgencySettings(IConfigurationRoot configuration, SettingsProblems problems)
{
    private const string Section = "Agency";
    private static readonly string[] Models = ["JEM", "WSO", "TFM"];
    private static readonly string[] Addresses = ["web", "agreement", "policy", "privacy-notice"];

    private static readonly string[] OtherKeys =
        ["MadeUp", "Participation", "Models", "Signed", "TimeZone", "RetentionYears", "Office", "DelegatedOfficersMayOpenCases"];

    private readonly JsonConfigurationProvider? _defaults = configuration.Providers.OfType<JsonConfigurationProvider>()
        .FirstOrDefault(p => p.Source.Path == "appsettings.json");

    public Agency Read()
    {
        RefuseUnknownKeys();
        return new Agency
        {
            MadeUp = IsMadeUp,
            TimeZone = Zone().Id,
            Participation = ReadParticipation(),
            Models = ReadModels(),
            Signed = ReadSigned(),
            RetentionYears = Years(),
            Texts = Agency.Fields.Select(f => (Field: f, Texts: ReadTexts(f))).Where(f => f.Texts.Count > 0).ToDictionary(f => f.Field, f => f.Texts),
        };
    }

    public bool DelegatedOfficersMayOpenCases =>
        Given("DelegatedOfficersMayOpenCases") is { } text && (bool.TryParse(text, out var may) ? may : Impossible("DelegatedOfficersMayOpenCases", text, "true or false"));

    public WorkingHours ReadOffice()
    {
        var opens = Time("Opens", new TimeOnly(8, 0));
        var closes = Time("Closes", new TimeOnly(17, 0));
        if (opens >= closes)
            problems.Add($"{Section}:Office:Opens", "The office closes before it opens.", "Give local times such as 08:00 and 17:00.");
        var days = configuration.GetSection($"{Section}:Office:Days").GetChildren().Select(d => Day(d.Value)).ToHashSet();
        if (days.Count == 0)
            days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
        var holidays = configuration.GetSection($"{Section}:Office:Holidays").GetChildren().Select(d => Date("Office:Holidays", d.Value)).OfType<DateOnly>().ToHashSet();
        return new WorkingHours(Zone(), days, opens, closes, holidays);
    }

    /// <summary>Tags of the languages that the officers read and write; English always is one.</summary>
    public IReadOnlySet<string> ReadOfficeLanguages()
    {
        var tags = configuration.GetSection($"{Section}:Office:Languages").GetChildren().Select(l => l.Value ?? "").ToList();
        foreach (var tag in tags.Where(t => !LanguageTag().IsMatch(t)))
            Impossible("Office:Languages", tag, "tags of languages such as es, ht, zh-Hans");
        return tags.Append(ContentLibrary.ReferenceTag).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    // The example of appsettings.json is in force as long as nobody else gives the agency a name.
    private bool IsMadeUp => bool.TryParse(configuration[$"{Section}:MadeUp"], out var madeUp) && madeUp && !IsRenamed;

    private bool IsRenamed => _defaults is not null && _defaults.TryGet($"{Section}:MadeUp", out var madeUp) && bool.TryParse(madeUp, out var isExample) && isExample
        && _defaults.TryGet($"{Section}:Name", out var example) && configuration[$"{Section}:Name"] != example;

    /// <summary>The value, unless it is one of the example's and the agency is another: a resident must never be sent to a made-up number.</summary>
    private string? Given(string key)
    {
        var path = $"{Section}:{key}";
        var isExample = IsRenamed && configuration.Providers.Reverse().FirstOrDefault(p => p.TryGet(path, out _)) == _defaults;
        return isExample ? null : configuration[path];
    }

    private void RefuseUnknownKeys()
    {
        var known = Agency.Fields.Select(f => f.Replace("-", "", StringComparison.Ordinal)).Concat(OtherKeys).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var child in configuration.GetSection(Section).GetChildren().Where(c => !known.Contains(c.Key)))
            problems.Add(child.Path, "The setting is unknown.", $"Correct its spelling or delete it. Known: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
    }

    private IReadOnlyDictionary<string, string> ReadTexts(string field)
    {
        var key = field.Replace("-", "", StringComparison.Ordinal);
        var texts = new Dictionary<string, string>();
        if (Given(key) is { } plain)
            texts[""] = plain;
        foreach (var child in configuration.GetSection($"{Section}:{key}").GetChildren())
        {
            if (Given($"{key}:{child.Key}") is { } text)
                texts[child.Key] = text;
        }
        if (Addresses.Contains(field))
        {
            foreach (var text in texts.Values.Where(t => t.Length > 0 && !(Uri.TryCreate(t, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps)))
                problems.Add($"{Section}:{key}", $"\"{text}\" is no absolute https address.", "Write one such as https://county.gov/page, or leave it out.");
        }
        if (field == "name" && texts.Values.All(string.IsNullOrWhiteSpace))
            problems.Add($"{Section}:Name", "The agency has no name.", "Give it: residents must know who runs this.");
        return texts;
    }

    private Participation ReadParticipation() => Given("Participation")?.ToLowerInvariant() switch
    {
        null or "" or "unknown" => Participation.Unknown,
        "none" => Participation.None,
        "considering" => Participation.Considering,
        "active" => Participation.Active,
        var other => Impossible("Participation", other, "none, considering, active or unknown") ? Participation.Unknown : Participation.Unknown,
    };

    private string[] ReadModels()
    {
        var models = configuration.GetSection($"{Section}:Models").GetChildren().Select(c => Given($"Models:{c.Key}")).OfType<string>().Where(m => m.Length > 0).ToArray();
        foreach (var unknown in models.Except(Models))
            Impossible("Models", unknown, string.Join(", ", Models));
        return ReadParticipation() == Participation.Active ? [.. models.Intersect(Models)] : [];
    }

    private DateOnly? ReadSigned() => Date("Signed", Given("Signed"));

    private int Years()
    {
        var text = Given("RetentionYears");
        if (string.IsNullOrEmpty(text))
            return 3;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= 1 and <= 30)
            return years;
        Impossible("RetentionYears", text, "whole years from 1 to 30");
        return 3;
    }

    private TimeZoneInfo Zone()
    {
        var id = configuration[$"{Section}:TimeZone"];
        if (!string.IsNullOrEmpty(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            return zone;
        Impossible("TimeZone", id ?? "", "an IANA name such as America/Chicago");
        return TimeZoneInfo.Utc;
    }

    private TimeOnly Time(string key, TimeOnly otherwise)
    {
        var text = configuration[$"{Section}:Office:{key}"];
        if (string.IsNullOrEmpty(text))
            return otherwise;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        Impossible($"Office:{key}", text, "a local time such as 08:00");
        return otherwise;
    }

    private DayOfWeek Day(string? text)
    {
        if (Enum.TryParse<DayOfWeek>(text, ignoreCase: true, out var day) && !int.TryParse(text, out _))
            return day;
        Impossible("Office:Days", text ?? "", "Monday, Tuesday ...");
        return DayOfWeek.Monday;
    }

    private DateOnly? Date(string key, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Impossible(key, text, "a day such as 2025-06-16");
        return null;
    }

    private bool Impossible(string key, string value, string instead)
    {
        problems.Add($"{Section}:{key}", $"\"{value}\" is impossible.", $"Write {instead}.");
        return false;
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageTag();
}
