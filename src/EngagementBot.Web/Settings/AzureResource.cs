namespace EngagementBot.Web.Settings;

/// <summary>Endpoint and key of an Azure resource, as its page in the portal shows them: one check for every service.</summary>
/// <param name="section">TextAnalytics or Translation.</param>
/// <param name="example">An endpoint as the remedy shows it.</param>
internal sealed class AzureResource(string section, string example, SettingsProblems problems)
{
    // The keys of 2026 have 84 characters, older ones 32.
    private const int ShortestKey = 16;

    /// <returns>Null if there is none, or if it is impossible: plain http is for loopback only.</returns>
    public Uri? Endpoint(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
            problems.Add($"{section}:Endpoint", $"\"{text}\" is no address.", $"Write the one of your resource: {example}.");
        else if (endpoint.Scheme == "http" && !endpoint.IsLoopback)
            problems.Add($"{section}:Endpoint", "Residents' words must not travel unencrypted.", "Use https; plain http is for loopback only.");
        else if (endpoint.Query.Length + endpoint.Fragment.Length + endpoint.UserInfo.Length > 0)
            problems.Add($"{section}:Endpoint", "It has more than an address.", $"Write it without ?, # and @, such as {example}; the key is {section}:Key.");
        else if (endpoint.AbsolutePath != "/")
            problems.Add($"{section}:Endpoint", $"It has a path, \"{endpoint.AbsolutePath}\", and the path of each operation is added to it.", $"Write it without, such as {example}.");
        else
            return endpoint;
        return null;
    }

    /// <summary>What is given for a service that nobody named would be left unused without a word.</summary>
    public void RefuseWithoutEndpoint(IConfigurationSection given, params ReadOnlySpan<string> settings)
    {
        foreach (var setting in settings)
        {
            if (string.IsNullOrWhiteSpace(given["Endpoint"]) && !string.IsNullOrWhiteSpace(given[setting]))
                problems.Add($"{section}:{setting}", "It is set, but no endpoint.", $"Set {section}:Endpoint to the one of your resource ({example}), or delete {section}:{setting}.");
        }
    }

    /// <returns>Null if there is none; an impossible one is told and returned.</returns>
    public string? Key(string? text)
    {
        var key = text?.Trim();
        if (string.IsNullOrEmpty(key))
            return null;
        if (key.Length < ShortestKey || !key.All(char.IsAsciiLetterOrDigit))
            problems.Add($"{section}:Key", "It is no key of an Azure resource.", "Copy KEY 1 from Keys and Endpoint of the resource: letters and digits only.");
        return key;
    }

    public void RefuseUnknown(IConfigurationSection given, params string[] known)
    {
        foreach (var unknown in given.GetChildren().Where(c => !known.Contains(c.Key, StringComparer.OrdinalIgnoreCase)))
            problems.Add(unknown.Path, "The setting is unknown.", $"Correct its spelling or delete it. Known: {string.Join(", ", known)}.");
    }
}
