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
            INSERT INTO cases (id, number, receipt_hash, kind, state, ended, priority, queue, language, words_language, channel, text, answers, reasons,
                               sentiment, disagreements, opinions, filed_at, first_answer_due, resolution_due, has_contact, version)
            VALUES (@id, @number, @ReceiptHash, @Kind, 'new', 0, @Priority, @Queue, @Language, @WordsLanguage, @Channel, @Text, @answers, @reasons,
                    @Sentiment, @disagreements, @opinions, @at, @firstAnswerDue, @resolutionDue, @hasContact, 1)
            """,
            new
            {
                id, number, filed.ReceiptHash, filed.Kind, Priority = (long)filed.Judgement.Priority, filed.Judgement.Queue, filed.Language, filed.WordsLanguage, filed.Channel, filed.Text,
                answers = JsonSerializer.Serialize(filed.Answers, RowJson.Default.IReadOnlyDictionaryStringString),
                reasons = JsonSerializer.Serialize(filed.Judgement.Reasons, RowJson.Default.IReadOnlyListReason),
                filed.Sentiment, disagreements = JsonSerializer.Serialize(filed.Disagreements, RowJson.Default.IReadOnlyListDisagreement),
                opinions = JsonSerializer.Serialize(filed.Opinions, RowJson.Default.IReadOnlyListOpinion), at = UnixTime.Of(filed.FiledAt), firstAnswerDue = UnixTime.Of(filed.Judgement.FirstAnswerDue),
                resolutionDue = UnixTime.Of(filed.Judgement.ResolutionDue), hasContact = filed.Contacts.Count > 0 ? 1L : 0L,
            });
        foreach (var (kind, secret) in filed.Contacts)
            await sql.ExecuteAsync("INSERT INTO case_contacts (case_id, kind, secret) VALUES (@id, @kind, @secret)", new { id, kind, secret });
        await AppendAsync(sql, new CaseEvent(id, 1, filed.FiledAt, CaseEventType.Filed, Actor.Resident, null, CaseState.New));
        await LinkAsync(sql, id, filed.ConversationId);
        await AddPicturesAsync(sql, id, filed.Pictures, filed.FiledAt, tells: false);
        return id;
    }

    /// <summary>From now on the conversation hears of the case.</summary>
    public static Task LinkAsync(Sql sql, long caseId, string conversationId) => sql.ExecuteAsync(
        "INSERT INTO case_conversations (case_id, conversation_id) VALUES (@caseId, @conversationId) ON CONFLICT DO NOTHING", new { caseId, conversationId });

    /// <param name="tells">An event says so, since the case is there already.</param>
    public static async Task AddPicturesAsync(Sql sql, long caseId, IReadOnlyList<string> addresses, DateTimeOffset at, bool tells)
    {
        foreach (var secret in addresses)
        {
            await sql.ExecuteAsync(
                """
                INSERT INTO case_pictures (case_id, number, secret, at, due_at)
                SELECT @caseId, COALESCE((SELECT MAX(number) FROM case_pictures WHERE case_id = @caseId), 0) + 1, @secret, @at, @at WHERE EXISTS (SELECT 1 FROM cases WHERE id = @caseId)
                """,
                new { caseId, secret, at = UnixTime.Of(at) });
        }
        if (tells && addresses.Count > 0)
            await ResidentDidAsync(sql, caseId, CaseEventType.PictureCame, null, at);
    }

    /// <summary>What became of a text message or a picture: an event; a failed text turns the case to "resident not reached", also one that had ended, since
    /// the resident does not know how.</summary>
    public static async Task TextDidAsync(Sql sql, long caseId, CaseEventType type, string? text, DateTimeOffset at)
    {
        var failed = type == CaseEventType.TextFailed;
        var changed = await sql.ExecuteAsync(
            failed
                ? "UPDATE cases SET version = version + 1, state = 'not-reached', ended = 0, ended_at = NULL WHERE id = @caseId AND state <> 'withdrawn'"
                : "UPDATE cases SET version = version + 1 WHERE id = @caseId",
            new { caseId });
        if (changed == 0)
            return;
        var last = await sql.ScalarAsync<long>("SELECT MAX(sequence) FROM case_events WHERE case_id = @caseId", new { caseId });
        await AppendAsync(sql, new CaseEvent(caseId, last + 1, at, type, Actor.Service, text, failed ? CaseState.NotReached : null));
    }

    /// <summary>What the resident did: an event, and a case that waited for the resident goes on, as does one whose resident was not reached.</summary>
    public static async Task ResidentDidAsync(Sql sql, long caseId, CaseEventType type, string? text, DateTimeOffset at)
    {
        var changed = await sql.ExecuteAsync(
            """
            UPDATE cases SET version = version + 1, state = CASE WHEN (state = 'waiting' AND @writes = 1) OR state = 'not-reached' THEN 'in-progress' ELSE state END
            WHERE id = @caseId
            """,
            new { caseId, writes = type is CaseEventType.ResidentWrote or CaseEventType.PictureCame ? 1L : 0L });
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
