namespace EngagementBot.Channels.TextMessages;

/// <summary>What a file is by its first bytes: what its sender or its server calls it does not count.</summary>
public static class PictureType
{
    private static readonly string[] HeicBrands = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"];

    /// <returns>A media type; null for what is taken from no phone.</returns>
    public static string? Of(ReadOnlySpan<byte> content) =>
        content.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : content.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8) ? "image/gif"
        : content.StartsWith("RIFF"u8) && content.Length >= 12 && content[8..12].SequenceEqual("WEBP"u8) ? "image/webp"
        : IsHeic(content) ? "image/heic"
        : content.StartsWith("%PDF-"u8) ? "application/pdf" : null;

    private static bool IsHeic(ReadOnlySpan<byte> content) =>
        content.Length >= 12 && content[4..8].SequenceEqual("ftyp"u8) && HeicBrands.Contains(System.Text.Encoding.ASCII.GetString(content[8..12]));
}
