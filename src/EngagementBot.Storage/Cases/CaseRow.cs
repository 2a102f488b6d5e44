using System.Text.Json;
using EngagementBot.Casework.Cases;

namespace EngagementBot.Storage.Cases;

internal sealed class CaseRow
{
    public const string Columns =
        """
        id, number, kind, state, priority, queue, language, words_language AS WordsLanguage, channel, text, answers, reasons, sentiment, disagreements, opinions, filed_at AS FiledAt,
        first_answer_due AS FirstAnswerDue, resolution_due AS ResolutionDue, first_answered_at AS FirstAnsweredAt,
        officer_id AS OfficerId, officer_name AS OfficerName, has_contact AS HasContact, version
        """;

    public long Id { get; set; }
    public string Number { get; set; } = "";
    public string Kind { get; set; } = "";
    public string State { get; set; } = "";
    public long Priority { get; set; }
    public string Queue { get; set; } = "";
    public string Language { get; set; } = "";
    public string? WordsLanguage { get; set; }
    public string Channel { get; set; } = "";
    public string Text { get; set; } = "";
    public string Answers { get; set; } = "{}";
    public string Reasons { get; set; } = "[]";
    public string Sentiment { get; set; } = "";
    public string Disagreements { get; set; } = "[]";
    public string Opinions { get; set; } = "[]";
    public long FiledAt { get; set; }
    public long FirstAnswerDue { get; set; }
    public long ResolutionDue { get; set; }
    public long? FirstAnsweredAt { get; set; }
    public long? OfficerId { get; set; }
    public string? OfficerName { get; set; }
    public long HasContact { get; set; }
    public long Version { get; set; }

    public Case ToCase() => new()
    {
        Id = Id,
        Number = Number,
        Kind = Kind,
        State = CaseStates.Parse(State) ?? CaseState.New,
        Priority = (int)Priority,
        Queue = Queue,
        Language = Language,
        WordsLanguage = WordsLanguage,
        Channel = Channel,
        Text = Text,
        Answers = JsonSerializer.Deserialize(Answers, RowJson.Default.IReadOnlyDictionaryStringString)!,
        Reasons = JsonSerializer.Deserialize(Reasons, RowJson.Default.IReadOnlyListReason)!,
        Sentiment = Sentiment,
        Disagreements = JsonSerializer.Deserialize(Disagreements, RowJson.Default.IReadOnlyListDisagreement)!,
        Opinions = JsonSerializer.Deserialize(Opinions, RowJson.Default.IReadOnlyListOpinion)!,
        FiledAt = UnixTime.From(FiledAt),
        FirstAnswerDue = UnixTime.From(FirstAnswerDue),
        ResolutionDue = UnixTime.From(ResolutionDue),
        FirstAnsweredAt = UnixTime.From(FirstAnsweredAt),
        OfficerId = OfficerId,
        OfficerName = OfficerName,
        HasContact = HasContact != 0,
        Version = Version,
    };
}

internal sealed class CaseEventRow
{
    public long CaseId { get; set; }
    public long Sequence { get; set; }
    public long At { get; set; }
    public string Type { get; set; } = "";
    public long? OfficerId { get; set; }
    public string Actor { get; set; } = "";
    public string? Text { get; set; }
    public string? State { get; set; }
    public string? Original { get; set; }

    public CaseEvent ToEvent() => new(
        CaseId, Sequence, UnixTime.From(At), Enum.Parse<CaseEventType>(Type), new Actor(OfficerId, Actor), Text, CaseStates.Parse(State), Original);
}
