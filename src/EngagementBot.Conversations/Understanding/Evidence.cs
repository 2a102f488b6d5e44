using System.Collections.Frozen;

namespace EngagementBot.Conversations.Understanding;

/// <summary>The signals of one message, and which of them hold: what is denied or only imagined does not.</summary>
internal sealed class Evidence(IReadOnlyList<FoundSignal> found)
{
    /// <summary>Words such as not and nobody; they are no signal of the case.</summary>
    public const string Negation = "negation";

    /// <summary>Said of what somebody else might do.</summary>
    public const string Imagined = "negation-quote";

    /// <summary>Phrases that hold a word of danger and mean none.</summary>
    public const string Harmless = "harmless";

    /// <summary>Whether it goes on, is over or only imagined.</summary>
    public static readonly FrozenSet<string> Circumstances = FrozenSet.Create("now", "past", Imagined);

    /// <summary>What must not be missed when it is written in another language than the rest.</summary>
    public static readonly FrozenSet<string> Dangers = FrozenSet.Create("life", "self-harm", "threat", "officers", "now", "force", "door", "detention");

    // They show how a message is meant, but are no reason for an officer to hurry.
    private static readonly FrozenSet<string> Hints = FrozenSet.Create(Negation, Imagined, Harmless, "positive", "negative", "intensifier");

    // "nobody was hit": how many words a denial reaches.
    private const int Reach = 2;

    /// <summary>What an officer should read as a reason: neither denied nor only imagined.</summary>
    public IReadOnlyList<Signal> Signals =>
    [
        .. found.Where(f => !Hints.Contains(f.Name) && !IsDenied(f) && !IsImagined(f.Sentence))
            .Select(f => new Signal(f.Name, f.Words)).DistinctBy(s => (s.Name, s.Words.ToUpperInvariant())),
    ];

    /// <summary>True if anything of a danger or of officers was found, whatever is said of it.</summary>
    public bool HasDanger => found.Any(f => Dangers.Contains(f.Name));

    public IEnumerable<string> Names => found.Select(f => f.Name).Distinct();

    public bool Has(string name) => found.Any(f => f.Name == name);

    public bool HasAny(string[] names) => found.Any(f => names.Contains(f.Name));

    /// <summary>True if something is said to go on at this moment.</summary>
    public bool IsNow => found.Any(f => f.Name == "now" && !IsImagined(f.Sentence));

    /// <summary>True if one of them is said to have happened or to be happening.</summary>
    public bool Holds(params string[] names) => found.Any(f => names.Contains(f.Name) && !IsDenied(f) && !IsImagined(f.Sentence));

    /// <summary>True if one of them holds in a sentence that does not speak of the past.</summary>
    public bool HoldsStill(params string[] names) =>
        found.Any(f => names.Contains(f.Name) && !IsDenied(f) && !IsImagined(f.Sentence) && !IsOver(f.Sentence));

    private bool IsDenied(FoundSignal signal) =>
        found.Any(f => f.Name == Negation && f.Sentence == signal.Sentence && f.Last < signal.First && signal.First - f.Last <= Reach);

    private bool IsImagined(int sentence) => found.Any(f => f.Name == Imagined && f.Sentence == sentence);

    private bool IsOver(int sentence) => found.Any(f => f.Name == "past" && f.Sentence == sentence);
}
