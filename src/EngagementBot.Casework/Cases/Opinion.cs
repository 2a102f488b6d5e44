namespace EngagementBot.Casework.Cases;

/// <summary>What a resident says of somebody or something, as a service found it: about "deputy": rude.</summary>
/// <param name="Target">The resident's own word for it.</param>
/// <param name="Sentiment">positive, negative or mixed.</param>
/// <param name="Score">0 to 1; null where the service gives none.</param>
public sealed record Opinion(string Target, string Sentiment, double? Score, IReadOnlyList<Assessment> Assessments)
{
    /// <summary>All words of it are in the text: nothing that was covered or left out comes back with it.</summary>
    public bool StandsIn(string text) => Has(text, Target) && Assessments.All(a => Has(text, a.Words));

    private static bool Has(string text, string words) => words.Length > 0 && text.Contains(words, StringComparison.Ordinal);
}

/// <param name="Words">The resident's own: polite.</param>
/// <param name="IsDenied">The text says that it is not so: "not polite".</param>
public sealed record Assessment(string Words, bool IsDenied);
