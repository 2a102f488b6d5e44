using EngagementBot.Casework.Receipts;
using EngagementBot.TextAnalytics;

namespace EngagementBot.Conversations;

/// <summary>Where the receipt stands in a stored reply: the receipt itself is kept apart, encrypted, and only for a while.</summary>
public static class ReceiptMark
{
    public const string Placeholder = "{receipt}";

    private const string Dots = "•••• •••• •••• ••••";

    /// <param name="receipt">Null once it may not be shown any more.</param>
    public static string Fill(string text, string? receipt) =>
        text.Replace(Placeholder, receipt is null ? Dots : Receipt.Show(receipt), StringComparison.Ordinal);
}

internal static class Sentiments
{
    public static string Name(TextSentiment sentiment) => sentiment.ToString().ToLowerInvariant();
}
