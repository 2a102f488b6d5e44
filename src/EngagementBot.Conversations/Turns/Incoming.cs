using System.Text;
using EngagementBot.Casework.Receipts;
using EngagementBot.TextAnalytics;
using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Turns;

/// <summary>A message, made safe: what may be analysed, sent out and stored of it.</summary>
/// <param name="Raw">Without control characters; only for a step that asks for a contact detail or a receipt.</param>
/// <param name="Safe">Personal numbers and receipts covered.</param>
internal sealed record Incoming(string Raw, string Safe, ReceiptInText? Receipt, IReadOnlyList<string> Masked)
{
    /// <summary>In characters; a longer message is refused with a reply.</summary>
    public const int Longest = 4000;

    public bool IsTooLong => Raw.Length > Longest;

    /// <summary>The words alone, as they are compared: made once, since many ask whether this is one of their phrases.</summary>
    public string Folded { get; } = Word.Fold(Safe);

    public bool HasWords { get; } = Raw.Any(char.IsLetterOrDigit);

    public static Incoming Read(string text)
    {
        var raw = WithoutControls(text).Trim();
        if (raw.Length > Longest)
            return new Incoming(raw, "", null, []);
        var receipt = Casework.Receipts.Receipt.Find(raw);
        var masked = PersonalNumbers.Mask(Casework.Receipts.Receipt.CoverAll(raw));
        return new Incoming(raw, masked.Text, receipt, masked.Kinds);
    }

    /// <summary>With more of it covered.</summary>
    public Incoming Covered(MaskedText more) => new(Raw, more.Text, Receipt, [.. Masked.Union(more.Kinds)]);

    // Lone halves of surrogate pairs are no characters: neither Unicode normalisation nor the database takes them.
    private static string WithoutControls(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\t')
                kept.Append(' ');
            else if (rune != Rune.ReplacementChar && (rune.Value == '\n' || !Rune.IsControl(rune)))
                kept.Append(rune);
        }
        return kept.ToString().Normalize(NormalizationForm.FormC);
    }
}
