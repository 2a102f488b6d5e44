using System.Text;

namespace EngagementBot.Scenarios.Privacy;

/// <summary>Looks for words in the raw bytes of a folder's files, in each encoding that a database may write.</summary>
internal static class Traces
{
    public static IReadOnlyList<string> In(string folder, string words) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => IsIn(f, words)).Select(f => Path.GetRelativePath(folder, f))];

    private static bool IsIn(string file, string words)
    {
        // The running service holds the file open.
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var bytes = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        return bytes.IndexOf(Encoding.UTF8.GetBytes(words)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(words)) >= 0;
    }
}
