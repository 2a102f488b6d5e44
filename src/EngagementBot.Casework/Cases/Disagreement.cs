namespace EngagementBot.Casework.Cases;

/// <summary>Two opinions on one thing: the service's and the local analysis's. Both stay on the case.</summary>
/// <param name="On"><see cref="Sentiment"/>, <see cref="Language"/> or <see cref="Urgency"/>.</param>
/// <param name="Service">positive ...; a tag; 1 to 4.</param>
/// <param name="Score">0 to 1; null where the service gives none.</param>
public sealed record Disagreement(string On, string Service, double? Score, string Local)
{
    public const string Sentiment = "sentiment";
    public const string Language = "language";
    public const string Urgency = "urgency";
}
