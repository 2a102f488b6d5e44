using System.Security.Cryptography;
using System.Text;

namespace EngagementBot.Content;

/// <summary>A hash over the names and bytes of all content files: the same content has the same one, on every machine.</summary>
public static class ContentFingerprint
{
    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in ContentFiles.In(folder))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(folder, file).Replace('\\', '/')}\0"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>The files that make up the content.</summary>
public static class ContentFiles
{
    private static readonly string[] Folders = ["dialogs", "locales"];

    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<string> In(string folder) =>
    [
        .. Folders.Select(f => Path.Combine(folder, f)).Where(Directory.Exists)
            .SelectMany(f => Directory.GetFiles(f, "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal),
    ];
}
