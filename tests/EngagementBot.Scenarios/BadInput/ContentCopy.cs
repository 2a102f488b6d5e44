using EngagementBot.Scenarios.Service;

namespace EngagementBot.Scenarios.BadInput;

/// <summary>The content in a folder of its own, to be broken.</summary>
internal sealed class ContentCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagementbot-content-");

    public ContentCopy()
    {
        foreach (var part in new[] { "locales", "dialogs" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(ServiceProgram.Folder, part), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(Folder, Path.GetRelativePath(ServiceProgram.Folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }

    public string Folder => _folder.FullName;

    public string DataDirectory => Path.Combine(Folder, "data");

    public Dictionary<string, string> Settings => new() { ["Content__Directory"] = Folder, ["Storage__DataDirectory"] = DataDirectory };

    public void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Folder, from), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, to, Path.GetRelativePath(Path.Combine(Folder, from), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>A text of a strings.json as it stands there.</summary>
    public string TextOf(string file, string key)
    {
        using var texts = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file)));
        return texts.RootElement.GetProperty(key).GetString()!;
    }

    public void Delete(string file) => File.Delete(Path.Combine(Folder, file));

    /// <returns>The line where the change begins.</returns>
    public int Change(string file, string from, string to)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{file} does not hold \"{from}\".");
        File.WriteAllText(path, string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length)));
        return text.AsSpan(0, at).Count('\n') + 1;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
