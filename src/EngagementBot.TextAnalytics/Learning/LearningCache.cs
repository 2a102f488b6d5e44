using System.Security.Cryptography;

namespace EngagementBot.TextAnalytics.Learning;

/// <summary>
/// Keeps what was learned in files named by what it was learned from, so that only the first start after a change of the content or of
/// the program learns. A file that is missing, damaged or cannot be written costs a second, never an answer.
/// </summary>
public sealed class LearningCache
{
    private readonly DirectoryInfo? _folder;
    private readonly string _origin;

    private LearningCache(DirectoryInfo? folder, string origin)
    {
        _folder = folder;
        _origin = origin;
    }

    /// <summary>Learns each time.</summary>
    public static LearningCache None { get; } = new(null, "");

    /// <param name="fingerprint">Of the content; other versions of the program learn differently, so theirs is added.</param>
    public static LearningCache In(string folder, string fingerprint, params IEnumerable<Type> program)
    {
        var origin = string.Join('/', program.Append(typeof(LearningCache)).Select(t => t.Module.ModuleVersionId).Order().Select(v => v.ToString()).Prepend(fingerprint));
        return new LearningCache(new DirectoryInfo(folder), Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(origin)))[..20]);
    }

    public T Get<T>(string name, Func<BinaryReader, T> read, Action<T, BinaryWriter> write, Func<T> learn)
    {
        if (_folder is null)
            return learn();
        var file = Path.Combine(_folder.FullName, $"{name}-{_origin}.bin");
        if (TryRead(file, read, out var known))
            return known;
        var learned = learn();
        TryWrite(name, file, learned, write);
        return learned;
    }

    private static bool TryRead<T>(string file, Func<BinaryReader, T> read, out T known)
    {
        known = default!;
        try
        {
            var bytes = File.ReadAllBytes(file);
            var content = bytes.AsMemory(0, Math.Max(0, bytes.Length - SHA256.HashSizeInBytes));
            if (!SHA256.HashData(content.Span).AsSpan().SequenceEqual(bytes.AsSpan(content.Length)))
                return false;
            using var reader = new BinaryReader(new MemoryStream(bytes, 0, content.Length));
            known = read(reader);
            return true;
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void TryWrite<T>(string name, string file, T learned, Action<T, BinaryWriter> write)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true))
            write(learned, writer);
        memory.Write(SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length)));
        try
        {
            _folder!.Create();
            // Another program may start on the same content now: each writes its own file, and the last one stays.
            var draft = $"{file}.{Guid.NewGuid():N}";
            File.WriteAllBytes(draft, memory.ToArray());
            File.Move(draft, file, overwrite: true);
            foreach (var old in _folder.GetFiles($"{name}-*.bin").OrderByDescending(f => f.LastWriteTimeUtc).Skip(Kept))
                old.Delete();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be written is no reason not to answer.
        }
    }

    // The program may be rolled back, or a change of the content be taken back.
    private const int Kept = 3;
}
