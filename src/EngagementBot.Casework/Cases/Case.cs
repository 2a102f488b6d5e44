namespace EngagementBot.Casework.Cases;

/// <summary>A complaint, concern, praise or call for a person, as the officers' queue holds it.</summary>
public sealed record Case
{
    public required long Id { get; init; }

    /// <summary>For officers: 2026-000123.</summary>
    public required string Number { get; init; }

    /// <summary>complaint, concern, praise, human or emergency.</summary>
    public required string Kind { get; init; }

    public required CaseState State { get; init; }

    /// <summary>1 act now, 2 the same day, 3 ordinary, 4 everything else.</summary>
    public required int Priority { get; init; }

    public required string Queue { get; init; }

    /// <summary>Tag of the language in which the resident is answered.</summary>
    public required string Language { get; init; }

    /// <summary>Tag of the language of the resident's own words, where they are known to be in another one; null else.</summary>
    public string? WordsLanguage { get; init; }

    /// <summary>The one in which to read what the resident wrote.</summary>
    public string LanguageOfWords => WordsLanguage ?? Language;

    public required string Channel { get; init; }

    /// <summary>What happened, in the resident's words, personal numbers covered.</summary>
    public required string Text { get; init; }

    /// <summary>The other answers of the dialog, by step: when, where, time.</summary>
    public required IReadOnlyDictionary<string, string> Answers { get; init; }

    public required IReadOnlyList<Reason> Reasons { get; init; }

    public required string Sentiment { get; init; }

    /// <summary>Where a service and the local analysis were of different opinions; empty where they agreed or only one was asked.</summary>
    public IReadOnlyList<Disagreement> Disagreements { get; init; } = [];

    /// <summary>What a service found said in the text; empty where it found nothing or was not asked.</summary>
    public IReadOnlyList<Opinion> Opinions { get; init; } = [];

    public required DateTimeOffset FiledAt { get; init; }

    public required DateTimeOffset FirstAnswerDue { get; init; }

    public required DateTimeOffset ResolutionDue { get; init; }

    /// <summary>When an officer first wrote to the resident; null until then.</summary>
    public DateTimeOffset? FirstAnsweredAt { get; init; }

    /// <summary>Who has claimed it; null while it waits in the queue.</summary>
    public long? OfficerId { get; init; }

    public string? OfficerName { get; init; }

    public bool HasContact { get; init; }

    /// <summary>Rises with each change; a change made on an older version is refused.</summary>
    public required long Version { get; init; }

    public bool IsUnclaimedUrgent => Priority == 1 && OfficerId is null && !State.IsEnded();
}

/// <summary>Why a case has its priority: the rule of triage.yaml and what the officer reads.</summary>
public sealed record Reason(string Rule, string Text);
