using System.Text.Json;
using System.Text.Json.Serialization;
using EngagementBot.Casework.Cases;

namespace EngagementBot.Conversations.Store;

/// <summary>What the bot remembers of a conversation between two turns.</summary>
public sealed record ConversationState
{
    /// <summary>A tag; null until the language is settled.</summary>
    public string? Language { get; init; }

    /// <summary>The resident chose it, so that detection does not change it.</summary>
    public bool IsLanguageChosen { get; init; }

    public bool IsGreeted { get; init; }

    /// <summary>The services outside were named to the resident. Until then they get no words.</summary>
    public bool IsToldOfServices { get; init; }

    public DialogDraft? Dialog { get; init; }

    public string? LastTopic { get; init; }

    /// <summary>The case that "add something" means: filed here, or opened here with its receipt.</summary>
    public long? OpenCase { get; init; }

    /// <summary>Filed at once in danger; more words of danger are added to it.</summary>
    public bool IsOpenCaseUrgent { get; init; }

    public bool IsStatusNoteSaid { get; init; }

    /// <summary>The case of the last offer to leave immigration status out, or <see cref="FiledNow"/>; another may be open by now. Null for no offer.</summary>
    public long? StatusOfferedIn { get; init; }

    /// <summary>What the numbers of the last text message stand for; null for nothing.</summary>
    public List<string>? Offered { get; init; }

    /// <summary>Pictures that wait for the case that they belong to: addresses, encrypted. Null for none.</summary>
    public List<string>? Pictures { get; init; }

    public int WrongReceipts { get; init; }

    public DateTimeOffset? WrongReceiptAt { get; init; }

    /// <summary>In place of a case's id: the case that this turn files, which has none yet.</summary>
    public const long FiledNow = 0;

    /// <summary>As it is once the turn's case has its id.</summary>
    public ConversationState Filed(long caseId) =>
        this with { OpenCase = caseId, StatusOfferedIn = StatusOfferedIn == FiledNow ? caseId : StatusOfferedIn };

    public string ToJson() => JsonSerializer.Serialize(this, ConversationJson.Default.ConversationState);

    public static ConversationState FromJson(string json) =>
        JsonSerializer.Deserialize(json, ConversationJson.Default.ConversationState) ?? new ConversationState();
}

/// <summary>A dialog that is under way. Contact details in it are encrypted.</summary>
public sealed record DialogDraft
{
    /// <summary>The script's id: complaint, concern ...</summary>
    public required string Id { get; init; }

    /// <summary>The step that was asked last, or one of <see cref="Consent"/> and <see cref="Change"/>.</summary>
    public required string Step { get; init; }

    /// <summary>It is being asked whether to leave; the step stays open.</summary>
    public bool IsLeaving { get; init; }

    /// <summary>The case that the words go to, for the dialog <c>add</c>.</summary>
    public long? CaseId { get; init; }

    /// <summary>Where the dialog began in the log, so that leaving it can wipe its words.</summary>
    public long FirstSequence { get; init; }

    /// <summary>By step; an empty answer was skipped.</summary>
    public Dictionary<string, string> Answers { get; init; } = [];

    /// <summary>Encrypted, by kind.</summary>
    public Dictionary<string, string> Contacts { get; init; } = [];

    public Dictionary<string, string> Signals { get; init; } = [];

    public List<string> Topics { get; init; } = [];

    public int Urgency { get; init; } = 4;

    public string Sentiment { get; init; } = "neutral";

    /// <summary>In which language it was told; null where that is not certain.</summary>
    public string? WordsLanguage { get; init; }

    /// <summary>Where a service and the local analysis differ on what was told.</summary>
    public List<Disagreement> Disagreements { get; init; } = [];

    /// <summary>What a service found said in what was told.</summary>
    public List<Opinion> Opinions { get; init; } = [];

    public bool MentionsStatus { get; init; }

    public const string Consent = "?consent";
    public const string Change = "?change";
}

[JsonSerializable(typeof(ConversationState))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
internal sealed partial class ConversationJson : JsonSerializerContext;
