using EngagementBot.Casework.Clocks;
using EngagementBot.Content.Agencies;
using EngagementBot.Web.TextMessages;
using Npgsql;

namespace EngagementBot.Web.Settings;

/// <summary>All settings, read and found possible.</summary>
internal sealed record ServiceSettings
{
    public required Agency Agency { get; init; }

    public required WorkingHours Office { get; init; }

    /// <summary>Tags of the languages for which officers need nobody who interprets.</summary>
    public required IReadOnlySet<string> OfficeLanguages { get; init; }

    public required bool DelegatedOfficersMayOpenCases { get; init; }

    /// <summary>The address that the world sees, without a slash at its end; null for the one that the service listens on.</summary>
    public required string? PublicUrl { get; init; }

    /// <summary>Where <c>locales</c> and <c>dialogs</c> lie.</summary>
    public required string ContentDirectory { get; init; }

    public required string DataDirectory { get; init; }

    /// <summary>A connection string; null for SQLite in the data folder.</summary>
    public required string? PostgreSql { get; init; }

    /// <summary>Secrets of Direct Line clients; the chat page needs none.</summary>
    public required IReadOnlyList<string> DirectLineSecrets { get; init; }

    /// <summary>The bot's id at the Azure Bot Service; null while none is configured.</summary>
    public required string? BotAppId { get; init; }

    public required TextMessageSettings TextMessages { get; init; }

    /// <summary>Where what was learned from the content is kept; it can be deleted at any time.</summary>
    public required string CacheDirectory { get; init; }

    /// <summary>Null where the local analysis is alone.</summary>
    public required TextAnalyticsSettings? TextAnalytics { get; init; }

    /// <summary>Null where nothing is translated.</summary>
    public required TranslationSettings? Translation { get; init; }

    public string SqliteFile => Path.Combine(DataDirectory, "engagementbot.db");

    public const string DefaultUrl = "http://127.0.0.1:3978";

    /// <exception cref="Content.ContentException">A setting is impossible; all of them are named.</exception>
    public static ServiceSettings Read(IConfigurationRoot configuration, bool isProduction, bool isDevelopment = false)
    {
        var problems = new SettingsProblems(configuration);
        var agency = new AgencySettings(configuration, problems);
        var content = Folders.Content(configuration["Content:Directory"]);
        var data = Folders.Data(configuration["Storage:DataDirectory"], content);
        var settings = new ServiceSettings
        {
            Agency = agency.Read(),
            Office = agency.ReadOffice(),
            OfficeLanguages = agency.ReadOfficeLanguages(),
            DelegatedOfficersMayOpenCases = agency.DelegatedOfficersMayOpenCases,
            PublicUrl = ReadAddress(configuration, "PublicUrl", problems)?.TrimEnd('/'),
            ContentDirectory = content,
            DataDirectory = data,
            CacheDirectory = configuration["TextAnalytics:CacheDirectory"] is { Length: > 0 } cache ? Path.GetFullPath(cache) : Path.Combine(data, "learned"),
            TextAnalytics = TextAnalyticsSettings.Read(configuration, problems),
            Translation = TranslationSettings.Read(configuration, problems),
            PostgreSql = ReadPostgreSql(configuration, problems),
            TextMessages = TextMessageSettings.Read(configuration, problems, isDevelopment),
            BotAppId = configuration["BotFramework:AppId"] is { Length: > 0 } id ? id : null,
            DirectLineSecrets = [.. configuration.GetSection("DirectLine:Secrets").GetChildren().Select(s => s.Value).OfType<string>()],
        };
        foreach (var key in configuration.GetSection("DirectLine:Secrets").GetChildren().Where(s => s.Value is not { Length: >= 20 }))
            problems.Add(key.Path, "The secret is shorter than 20 characters.", "Make one with: openssl rand -hex 24");
        if (isProduction && settings.Agency.MadeUp)
            problems.Add("Agency:MadeUp", "The agency is the made-up one, and this is Production.", "Fill in Agency with your own facts and set MadeUp to false.");
        problems.ThrowIfAny();
        return settings;
    }

    private static string? ReadAddress(IConfiguration configuration, string key, SettingsProblems problems)
    {
        var text = configuration[key];
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return text;
        problems.Add(key, $"\"{text}\" is no address.", "Write one such as https://chat.county.gov.");
        return null;
    }

    private static string? ReadPostgreSql(IConfiguration configuration, SettingsProblems problems)
    {
        var text = configuration["Storage:PostgreSql"];
        if (string.IsNullOrWhiteSpace(text))
            return null;
        try
        {
            if (new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 })
                return text;
            problems.Add("Storage:PostgreSql", "It names no host.", "Write Host=...;Database=...;Username=...;Password=...");
        }
        catch (ArgumentException wrong)
        {
            problems.Add("Storage:PostgreSql", wrong.Message, "Write Host=...;Database=...;Username=...;Password=...");
        }
        return null;
    }
}
