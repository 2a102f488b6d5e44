namespace EngagementBot.Content;

/// <summary>What a text costs as text message: 3GPP TS 23.038. In GSM-7, 160 characters or 153 in each of several parts; in UCS-2, 70 or 67.</summary>
/// <param name="Characters">In units of the alphabet: some signs of GSM-7 count as two.</param>
/// <param name="Culprit">The first character that is not in GSM-7; null if all are.</param>
public sealed record SmsSegments(int Segments, int Characters, string? Culprit)
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extended = "^{}\\[~]|€\f";

    public bool IsGsm7 => Culprit is null;

    public static SmsSegments Of(string text)
    {
        var culprit = text.EnumerateRunes().Select(r => r.ToString()).FirstOrDefault(r => !Basic.Contains(r, StringComparison.Ordinal) && !Extended.Contains(r, StringComparison.Ordinal));
        var units = text.EnumerateRunes().Select(r => culprit is not null ? r.Utf16SequenceLength : Extended.Contains(r.ToString(), StringComparison.Ordinal) ? 2 : 1).ToList();
        var length = units.Sum();
        var (single, joined) = culprit is null ? (160, 153) : (70, 67);
        return new SmsSegments(length <= single ? 1 : Parts(units, joined), length, culprit);
    }

    // A sign of two units is not cut in two: it begins the next part.
    private static int Parts(List<int> units, int longest)
    {
        var (parts, used) = (1, 0);
        foreach (var unit in units)
            (parts, used) = used + unit > longest ? (parts + 1, unit) : (parts, used + unit);
        return parts;
    }
}
