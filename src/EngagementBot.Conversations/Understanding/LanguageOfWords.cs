using EngagementBot.TextAnalytics.Words;

namespace EngagementBot.Conversations.Understanding;

/// <summary>In which language a resident told what happened, whatever language the bot answers in: an officer must know whom to call.</summary>
internal static class LanguageOfWords
{
    private const double Certain = 0.8;

    // "No lo sé", "ok merci": so little may be taken for a neighbour's language. A sign of Chinese is a word or half of one.
    private const int FewestLetters = 20;
    private const int LettersOfIdeograph = 3;
    private const int LettersOfHangul = 2;

    /// <returns>A tag, also of a language that is not offered; null where it is not certain.</returns>
    public static string? Of(Reading reading, string text) =>
        reading is { IsLanguageDisputed: false, Language: { IsKnown: true, ConfidenceScore: >= Certain } language } && Length(text) >= FewestLetters ? language.Iso6391Name : null;

    private static int Length(string text) => Word.Read(text).Sum(w => text.AsSpan(w.Start, w.Length) is [>= '\u3400' and <= '\u9FFF', ..]
        ? w.Length * LettersOfIdeograph
        : text[w.Start] is >= '가' and <= '힣' ? w.Length * LettersOfHangul : w.Length);
}
