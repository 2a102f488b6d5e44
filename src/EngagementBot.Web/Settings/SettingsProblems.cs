using EngagementBot.Content;
using Microsoft.Extensions.Configuration.Json;

namespace EngagementBot.Web.Settings;

/// <summary>Collects impossible settings and finds where each was given: file and line, or the environment.</summary>
internal sealed class SettingsProblems(IConfigurationRoot configuration)
{
    private readonly List<ContentProblem> _found = [];

    public void Add(string key, string what, string remedy)
    {
        var (place, line) = Place(key);
        _found.Add(new ContentProblem(place, line, $"{key}: {what}", remedy));
    }

    public void ThrowIfAny()
    {
        if (_found.Count > 0)
            throw new ContentException(_found);
    }

    private (string Place, int Line) Place(string key)
    {
        foreach (var provider in configuration.Providers.Reverse())
        {
            if (!provider.TryGet(key, out _) && !provider.GetChildKeys([], key).Any())
                continue;
            if (provider is JsonConfigurationProvider { Source.Path: { } file } json)
            {
                var path = json.Source.FileProvider?.GetFileInfo(file).PhysicalPath ?? file;
                return (path, LineOf(path, key));
            }
            return ($"environment ({key.Replace(":", "__", StringComparison.Ordinal)}) or command line", 0);
        }
        return ("appsettings.json", 0);
    }

    // The key's last name, below its first: enough for a file that people write.
    private static int LineOf(string path, string key)
    {
        if (!File.Exists(path))
            return 0;
        var lines = File.ReadAllLines(path);
        var at = 0;
        foreach (var name in key.Split(':'))
        {
            var found = Array.FindIndex(lines, at, l => l.Contains($"\"{name}\"", StringComparison.OrdinalIgnoreCase));
            at = found < 0 ? at : found;
        }
        return at + 1;
    }
}
