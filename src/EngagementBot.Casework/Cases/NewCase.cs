namespace EngagementBot.Casework.Cases;

/// <summary>A case that is about to be filed, in the same transaction as the turn that files it.</summary>
public sealed record NewCase
{
    public required string Kind { get; init; }
    public required string Language { get; init; }

    /// <summary>Tag of the resident's own words, where it is certain and another one; null else.</summary>
    public string? WordsLanguage { get; init; }

    public required string Channel { get; init; }
    public required string Text { get; init; }
    public required IReadOnlyDictionary<string, string> Answers { get; init; }
    public required string Sentiment { get; init; }
    public required Triage.Judgement Judgement { get; init; }
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>The slow keyed hash of the receipt: all that is kept of it.</summary>
    public required string ReceiptHash { get; init; }

    /// <summary>Encrypted, by kind: phone, email.</summary>
    public required IReadOnlyDictionary<string, string> Contacts { get; init; }

    public IReadOnlyList<Disagreement> Disagreements { get; init; } = [];

    public IReadOnlyList<Opinion> Opinions { get; init; } = [];

    /// <summary>Addresses of pictures at the provider that took them, encrypted.</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];

    /// <summary>The conversation that hears of an officer's reply.</summary>
    public required string ConversationId { get; init; }
}
