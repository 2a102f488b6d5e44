namespace EngagementBot.TextAnalytics.Words;

/// <summary>A word of a message as it is compared, and where it stands in what the resident wrote.</summary>
/// <param name="Text">Folded: lower case, without accents.</param>
/// <param name="Sentence">From 0; words of one sentence share it.</param>
public readonly record struct Word(string Text, int Start, int Length, int Sentence)
{
    public int End => Start + Length;

    public static IReadOnlyList<Word> Read(string text) => new WordReader(text).Read();

    /// <summary>The words alone, as they are compared.</summary>
    public static string Fold(string text) => string.Join(' ', Read(text).Select(w => w.Text));
}
