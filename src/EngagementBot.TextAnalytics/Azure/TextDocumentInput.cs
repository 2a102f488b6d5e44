namespace EngagementBot.TextAnalytics.Azure;

/// <summary>Names as in Azure.AI.TextAnalytics.</summary>
/// <param name="Text">At most 5,120 text elements.</param>
/// <param name="Language">A code of the service such as <c>zh-hans</c>; not used for language detection. Without one the service takes the text for English.</param>
public sealed record TextDocumentInput(string Text, string? Language = null);
