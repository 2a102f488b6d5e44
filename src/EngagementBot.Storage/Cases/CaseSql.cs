using System.Globalization;
using System.Text.Json;
using EngagementBot.Casework.Cases;

namespace EngagementBot.Storage.Cases;

/// <summary>The statements that write a case, for a turn and for an officer alike. Each runs inside the caller's transaction.</summary>
internal static class CaseSql
{
    public static async Task<long> FileAsync(Sql sql, NewCase filed)
    {
        var year = filed.FiledAt.Year.ToString(CultureInfo.InvariantCulture);
        var id = await sql.NextAsync("case");
        var number = $"{year}-{await sql.NextAsync($"case-{year}"):D6}";
        await sql.ExecuteAsync(
            """
            INSERT INTO cases (id, number, receipt_hash, kind, state, ended, priority, queue, language, channel, text, answers, reasons,
                               sentiment, disagreements, filed_at, first_answer_due, resolution_due, has_contact, version)
            VALUES (@id, @number, @ReceiptHash, @Kind, 'new', 0, @Priority, @Queue, @Language, @Channel, @Text, @answers, @reasons,
                    @Sentiment, @disagreements, @at, @firstAnswerDue, @resolutionDue, @hasContact, 1)
            """,
            new
            {
                id, number, filed.ReceiptHash, filed.Kind, Priority = (long)filed.Judgement.Priority, filed.Judgement.Queue, filed.Language, filed.Channel, filed.Text,
                answers = JsonSerializer.Serialize(filed.Answers, RowJson.Default.IReadOnlyDictionaryStringString),
                reasons = JsonSerializer.Serialize(filed.Judgement.Reasons, RowJson.Default.IReadOnlyListReason),
                filed.Sentiment, disagreements = JsonSerializer.Serialize(filed.Disagreements, RowJson.Default.IReadOnlyListDisagreement), at = UnixTime.Of(filed.FiledAt), firstAnswerDue = UnixTime.Of(filed.Judgement.FirstAnswerDue),
                resolutionDue = UnixTime.Of(filed.Judgement.ResolutionDue), hasContact = filed.Contacts.Count > 0 ? 1L : 0L,
            });
        foreach (var (kind, secret) in filed.Contacts)
            await sql.ExecuteAsync("INSERT INTO case_contacts (case_id, kind, secret) VALUES (@id, @kind, @secret)", new { id, kind, secret });
        await AppendAsync(sql, new CaseEvent(id, 1, filed.FiledAt, CaseEventType.Filed, Actor.Resident, null, CaseState.New));
        await LinkAsync(sql, id, filed.ConversationId);
        return id;
    }

    /// <summary>From now on the conversation hears of the case.</summary>
    public static Task LinkAsync(Sql sql, long caseId, string conversationId) => sql.ExecuteAsync(
        "INSERT INTO case_conversations (case_id, conversation_id) VALUES (@caseId, @conversationId) ON CONFLICT DO NOTHING", new { caseId, conversationId });

    /// <summary>What the resident did with the receipt: an event, and a case that waited for the resident goes on.</summary>
    public static async Task ResidentDidAsync(Sql sql, long caseId, CaseEventType type, string? text, DateTimeOffset at)
    {
        var changed = await sql.ExecuteAsync(
            "UPDATE cases SET version = version + 1, state = CASE WHEN state = 'waiting' AND @writes = 1 THEN 'in-progress' ELSE state END WHERE id = @caseId",
            new { caseId, writes = type == CaseEventType.ResidentWrote ? 1L : 0L });
        if (changed == 0)
            return;
        var last = await sql.ScalarAsync<long>("SELECT MAX(sequence) FROM case_events WHERE case_id = @caseId", new { caseId });
        await AppendAsync(sql, new CaseEvent(caseId, last + 1, at, type, Actor.Resident, text, null));
    }

    public static Task AppendAsync(Sql sql, CaseEvent happened) => sql.ExecuteAsync(
        """
        INSERT INTO case_events (case_id, sequence, at, type, officer_id, actor, text, state, original)
        VALUES (@CaseId, @Sequence, @at, @type, @OfficerId, @Name, @Text, @state, @Original)
        """,
        new
        {
            happened.CaseId, happened.Sequence, at = UnixTime.Of(happened.At), type = happened.Type.ToString(), happened.Actor.OfficerId,
            happened.Actor.Name, happened.Text, state = happened.State?.Name(), happened.Original,
        });
}
