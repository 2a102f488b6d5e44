using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Officers;
using EngagementBot.Casework.Triage;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;

namespace EngagementBot.Storage.Tests;

/// <summary>What a test begins with; it says only what matters to it.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);

    public static readonly Actor Ana = new(7, "Ana Ruiz");

    /// <summary>An id that no other test uses.</summary>
    public static string Conversation() => Guid.NewGuid().ToString("N");

    /// <summary>The first turn of a conversation, without replies.</summary>
    public static TurnRecord Turn(string conversation, long version = 0, string? key = null, string text = "hello", TurnType type = TurnType.Message) => new()
    {
        Turn = new Turn { ConversationId = conversation, Channel = "directline", Key = key ?? Guid.NewGuid().ToString("N"), Type = type, Text = text },
        Version = version,
        State = new ConversationState { Language = "en" },
        StoredText = text,
        Replies = [],
        At = Noon,
    };

    public static Reply Reply(string text, string? receipt = null) => new(text, "en", [], receipt);

    public static NewCase Complaint(
        string? conversation = null, int priority = 3, string language = "en", string kind = "complaint", DateTimeOffset? filed = null, DateTimeOffset? due = null) => new()
    {
        Kind = kind,
        Language = language,
        Channel = "directline",
        Text = "A deputy pushed my brother.",
        Answers = new Dictionary<string, string> { ["when"] = "yesterday" },
        Sentiment = "negative",
        Judgement = new Judgement(priority, "conduct", [new Reason("complaint", "A complaint")], due ?? Noon.AddHours(8), Noon.AddDays(20)),
        Disagreements = [new Disagreement(Disagreement.Sentiment, "positive", 0.86, "negative")],
        Opinions = [new Opinion("agente", "negative", 0.99, [new Assessment("grosero", false), new Assessment("amable", true)]), new Opinion("محطة", "mixed", null, [])],
        FiledAt = filed ?? Noon,
        ReceiptHash = Guid.NewGuid().ToString("N"),
        Contacts = new Dictionary<string, string>(),
        ConversationId = conversation ?? Conversation(),
    };

    public static CaseEvent Event(Case about, long sequence, CaseEventType type, string? text = null, CaseState? state = null, DateTimeOffset? at = null) =>
        new(about.Id, sequence, at ?? Noon.AddHours(1), type, Ana, text, state);

    public static CaseChange Change(Case about, CaseState state, DateTimeOffset at, long sequence = 2) =>
        new(about with { State = state }, [Event(about, sequence, CaseEventType.StateChanged, null, state, at)]);

    public static CaseChange ReplyTo(Case about, string text, long sequence = 2) =>
        new(about, [Event(about, sequence, CaseEventType.Replied, text)], new ResidentMessage(text, about.Language));

    public static Officer Officer(string name, OfficerRole role = OfficerRole.Liaison) => new(0, name, role, false, false, "hash", "stamp", 0, null);
}
