namespace EngagementBot.Web.Settings;

/// <summary>Azure AI Translator between residents and officers who have no language in common.</summary>
/// <param name="Region">Of the resource; null where its endpoint is its own.</param>
internal sealed record TranslationSettings(Uri Endpoint, string Key, string? Region)
{
    private const string Section = "Translation";

    /// <returns>Null where nothing is translated.</returns>
    public static TranslationSettings? Read(IConfiguration configuration, SettingsProblems problems)
    {
        var section = configuration.GetSection(Section);
        var resource = new AzureResource(Section, "https://api.cognitive.microsofttranslator.com or https://NAME.cognitiveservices.azure.com", problems);
        resource.RefuseUnknown(section, "Endpoint", "Key", "Region");
        var endpoint = resource.Endpoint(section["Endpoint"]);
        resource.RefuseWithoutEndpoint(section, "Key");
        if (endpoint is null)
            return null;
        if (resource.Key(section["Key"]) is not { } key)
        {
            problems.Add($"{Section}:Key", "The endpoint is set, but no key.", "Set Translation:Key to KEY 1 of the Translator resource, or delete Translation:Endpoint.");
            return null;
        }
        return new TranslationSettings(endpoint, key, ReadRegion(section["Region"], problems));
    }

    private static string? ReadRegion(string? text, SettingsProblems problems)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!text.All(char.IsAsciiLetterOrDigit))
            problems.Add($"{Section}:Region", $"\"{text}\" is no region.", "Write its short name, such as eastus; Keys and Endpoint of the resource shows it. The global endpoint of a global resource needs none.");
        return text;
    }
}
