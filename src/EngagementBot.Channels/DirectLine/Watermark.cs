using System.Globalization;

namespace EngagementBot.Channels.DirectLine;

/// <summary>How far a client has read: the sequence of the newest activity that it has seen.</summary>
public static class Watermark
{
    /// <returns>0 for none, null for one that is not ours.</returns>
    public static long? Parse(string? text) =>
        string.IsNullOrEmpty(text) ? 0
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence
        : null;

    public static string Of(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    /// <summary>abc123|0000042</summary>
    public static string ActivityId(string conversationId, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{conversationId}|{sequence:D7}");
}
