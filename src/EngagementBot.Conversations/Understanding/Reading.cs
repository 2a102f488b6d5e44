using EngagementBot.Casework.Cases;
using EngagementBot.TextAnalytics;

namespace EngagementBot.Conversations.Understanding;

/// <summary>What was understood of one message.</summary>
/// <param name="Kind">question, concern, complaint, praise, emergency, human, status, greeting, thanks, offtopic or stop.</param>
/// <param name="KindScore">0 to 1.</param>
/// <param name="Topics">Best first; empty where nothing is near. A score of <see cref="Reading.Sure"/> or more is good enough to answer.</param>
/// <param name="Urgency">1 act now, 2 the same day, 3 ordinary, 4 everything else.</param>
/// <param name="Signals">What was found of the signals of language.yaml, with the resident's own words.</param>
public sealed record Reading(
    DetectedLanguage Language,
    string Kind,
    double KindScore,
    IReadOnlyList<TopicScore> Topics,
    TextSentiment Sentiment,
    int Urgency,
    IReadOnlyList<Signal> Signals)
{
    /// <summary>From this topic score on a question is answered; below it the bot says that it does not know.</summary>
    public const double Sure = 0.35;

    /// <summary>The topic of a second question in the same message; null if there is none.</summary>
    public string? AlsoAsked { get; init; }

    /// <summary>The text with what a service recognised as personal covered too, and the kinds of it; null if it found nothing more.</summary>
    public MaskedText? Masked { get; init; }

    /// <summary>Where a service and the local analysis are of different opinions; empty where only one was asked.</summary>
    public IReadOnlyList<Disagreement> Disagreements { get; init; } = [];

    /// <summary>What the service found said of what the text names, in words that are not covered.</summary>
    public IReadOnlyList<Opinion> Opinions { get; init; } = [];

    /// <summary>The service is certain of one language and the local analysis of another.</summary>
    public bool IsLanguageDisputed { get; init; }

    public bool Has(string signal)
    {
        foreach (var found in Signals)
        {
            if (found.Name == signal)
                return true;
        }
        return false;
    }
}

/// <param name="Score">0 to 1, comparable between languages.</param>
public sealed record TopicScore(string Topic, double Score);

/// <param name="Name">Such as force, now, child: a key under <c>signals</c> of language.yaml.</param>
/// <param name="Words">As the resident wrote them.</param>
public sealed record Signal(string Name, string Words);
