using System.Globalization;
using System.Text.RegularExpressions;
using EngagementBot.TextAnalytics.Azure;

namespace EngagementBot.Web.Settings;

/// <summary>Azure AI Language in front of the local analysis.</summary>
/// <param name="Key">Null where a token is used.</param>
/// <param name="Credential">How tokens are got; null where a key is used.</param>
/// <param name="ClientId">Of a user-assigned managed identity or of the workload's identity; null for the environment's own.</param>
/// <param name="IsAskedAlways">False to ask only where the local analysis is unsure.</param>
/// <param name="Sharing">How long a text waits for those of other turns.</param>
internal sealed partial record TextAnalyticsSettings(
    Uri Endpoint, string? Key, TokenSource? Credential, string? ClientId, string ApiVersion, bool IsAskedAlways, TimeSpan Sharing)
{
    private const string Section = "TextAnalytics";
    private const int LongestSharing = 50;
    private static readonly string[] Known = ["Endpoint", "Key", "Credential", "ClientId", "ApiVersion", "Mode", "SharingMilliseconds", "CacheDirectory"];

    /// <returns>Null where the local analysis is alone.</returns>
    public static TextAnalyticsSettings? Read(IConfiguration configuration, SettingsProblems problems)
    {
        var section = configuration.GetSection(Section);
        var resource = new AzureResource(Section, "https://NAME.cognitiveservices.azure.com", problems);
        resource.RefuseUnknown(section, Known);
        var endpoint = resource.Endpoint(section["Endpoint"]);
        var mode = ReadMode(section["Mode"], problems);
        if (endpoint is null && mode is not (null or "LocalOnly") && string.IsNullOrWhiteSpace(section["Endpoint"]))
            problems.Add($"{Section}:Mode", $"{mode} needs a service, and TextAnalytics:Endpoint is not set.", "Set TextAnalytics:Endpoint, or delete the mode.");
        if (mode != "LocalOnly")
            resource.RefuseWithoutEndpoint(section, "Key", "Credential");
        if (endpoint is null || mode == "LocalOnly")
            return null;
        var (key, credential) = ReadAuthentication(section, resource, endpoint, problems);
        return new TextAnalyticsSettings(
            endpoint, key, credential, section["ClientId"] is { Length: > 0 } id ? id : null, ReadApiVersion(section["ApiVersion"], problems),
            mode != "LocalFirst", ReadSharing(section["SharingMilliseconds"], problems));
    }

    private static string? ReadMode(string? mode, SettingsProblems problems)
    {
        if (string.IsNullOrEmpty(mode))
            return null;
        if (mode is not ("AzureFirst" or "LocalFirst" or "LocalOnly"))
            problems.Add($"{Section}:Mode", $"\"{mode}\" is unknown.", "Write AzureFirst, LocalFirst or LocalOnly.");
        return mode;
    }

    private static (string? Key, TokenSource? Credential) ReadAuthentication(
        IConfigurationSection section, AzureResource resource, Uri endpoint, SettingsProblems problems)
    {
        var key = resource.Key(section["Key"]);
        var named = section["Credential"] is { Length: > 0 } text ? text : null;
        TokenSource? credential = Enum.GetNames<TokenSource>().Contains(named) ? Enum.Parse<TokenSource>(named!) : null;
        if (named is not null && credential is null)
            problems.Add($"{Section}:Credential", $"\"{named}\" is unknown.", $"Write {string.Join(" or ", Enum.GetNames<TokenSource>())}, or set TextAnalytics:Key instead.");
        else if (key is null && credential is null)
            problems.Add($"{Section}:Key", "The endpoint is set, but neither a key nor a credential.", "Set TextAnalytics:Key, or TextAnalytics:Credential to ManagedIdentity or WorkloadIdentity; or Mode to LocalOnly.");
        else if (key is not null && credential is not null)
            problems.Add($"{Section}:Credential", "There is a key too, and only one of them can be used.", "Delete TextAnalytics:Key or TextAnalytics:Credential.");
        else if (credential is not null && endpoint.Scheme != "https")
            problems.Add($"{Section}:Credential", "A token must not travel over plain http, not even on loopback.", "Use https, or TextAnalytics:Key.");
        else if (credential == TokenSource.WorkloadIdentity && MissingOfWorkload(section["ClientId"]) is { Count: > 0 } missing)
            problems.Add($"{Section}:Credential", $"WorkloadIdentity cannot get a token: {string.Join(", ", missing)} not set.", "Label the pod azure.workload.identity/use: \"true\" and name its service account, which sets them; or use ManagedIdentity or TextAnalytics:Key.");
        return (key, credential);
    }

    // Kubernetes hands these to the process itself; no settings file can.
    private static List<string> MissingOfWorkload(string? clientId)
    {
        List<string> needed = ["AZURE_FEDERATED_TOKEN_FILE", "AZURE_TENANT_ID"];
        var missing = needed.FindAll(n => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(n)));
        if (string.IsNullOrEmpty(clientId) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AZURE_CLIENT_ID")))
            missing.Add("AZURE_CLIENT_ID (or TextAnalytics:ClientId)");
        return missing;
    }

    private static string ReadApiVersion(string? text, SettingsProblems problems)
    {
        if (string.IsNullOrEmpty(text))
            return TextAnalyticsClientOptions.DefaultApiVersion;
        if (!ApiVersions().IsMatch(text))
            problems.Add($"{Section}:ApiVersion", $"\"{text}\" is no version.", $"Write one such as {TextAnalyticsClientOptions.DefaultApiVersion}, or leave it out.");
        return text;
    }

    private static TimeSpan ReadSharing(string? text, SettingsProblems problems)
    {
        if (string.IsNullOrEmpty(text))
            return TimeSpan.FromMilliseconds(5);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds <= LongestSharing)
            return TimeSpan.FromMilliseconds(milliseconds);
        problems.Add($"{Section}:SharingMilliseconds", $"\"{text}\" is impossible.", $"Write whole milliseconds from 0 (each text in a request of its own) to {LongestSharing}.");
        return TimeSpan.Zero;
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(-preview)?$")]
    private static partial Regex ApiVersions();
}

/// <summary>Where tokens of Microsoft Entra come from.</summary>
internal enum TokenSource
{
    /// <summary>The virtual machine, App Service or container that the service runs on.</summary>
    ManagedIdentity,

    /// <summary>A federated token of Kubernetes.</summary>
    WorkloadIdentity,
}
