using System.Runtime.CompilerServices;
using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.Store;
using EngagementBot.Storage.Conversations;
using EngagementBot.Storage.TextMessages;

namespace EngagementBot.Storage.Cases;

public sealed class CaseStore(Database database, IConversationBell bell) : ICaseStore
{
    public async Task<IReadOnlyList<Case>> QueueAsync(QueueFilter filter, CancellationToken cancellationToken)
    {
        var where = new List<string>();
        if (filter.State is null && !filter.Ended)
            where.Add("ended = 0");
        if (filter.State is not null)
            where.Add("state = @state");
        if (filter.Language is not null)
            where.Add("(language = @Language OR words_language = @Language)");
        if (filter.Kind is not null)
            where.Add("kind = @Kind");
        if (filter.OfficerId is not null)
            where.Add("officer_id = @OfficerId");
        if (filter.UnclaimedUrgent)
            where.Add("priority = 1 AND officer_id IS NULL");
        var rows = await database.ReadAsync(
            sql => sql.ListAsync<CaseRow>(
                $"""
                SELECT {CaseRow.Columns} FROM cases
                {(where.Count > 0 ? "WHERE " + string.Join(" AND ", where) : "")}
                ORDER BY priority, first_answer_due, id
                LIMIT @Take OFFSET @Skip
                """,
                new { state = filter.State?.Name(), filter.Language, filter.Kind, filter.OfficerId, Take = (long)Math.Clamp(filter.Take, 1, 200), Skip = (long)filter.Skip }),
            cancellationToken);
        return [.. rows.Select(r => r.ToCase())];
    }

    public Task<long> CountUnclaimedUrgentAsync(CancellationToken cancellationToken) => database.ReadAsync(
        sql => sql.ScalarAsync<long>("SELECT COUNT(*) FROM cases WHERE ended = 0 AND priority = 1 AND officer_id IS NULL"), cancellationToken);

    public Task<long> CountNotReachedAsync(CancellationToken cancellationToken) => database.ReadAsync(
        sql => sql.ScalarAsync<long>("SELECT COUNT(*) FROM cases WHERE ended = 0 AND state = 'not-reached'"), cancellationToken);

    public async Task<IReadOnlyList<Case>> OfConversationAsync(string conversationId, CancellationToken cancellationToken) =>
        [.. (await EverOfConversationAsync(conversationId, cancellationToken)).Where(c => !c.State.IsEnded())];

    public async Task<IReadOnlyList<Case>> EverOfConversationAsync(string conversationId, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            sql => sql.ListAsync<CaseRow>(
                $"SELECT {CaseRow.Columns} FROM cases WHERE id IN (SELECT case_id FROM case_conversations WHERE conversation_id = @conversationId) ORDER BY id", new { conversationId }),
            cancellationToken);
        return [.. rows.Select(r => r.ToCase())];
    }

    public Task<Case?> FindAsync(string number, CancellationToken cancellationToken) => FindByAsync("number = @value", number, cancellationToken);

    public Task<Case?> FindAsync(long id, CancellationToken cancellationToken) => FindByAsync("id = @value", id, cancellationToken);

    public Task<Case?> FindByReceiptAsync(string receiptHash, CancellationToken cancellationToken) =>
        FindByAsync("receipt_hash = @value", receiptHash, cancellationToken);

    public async Task<IReadOnlyList<CaseEvent>> EventsAsync(long caseId, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            sql => sql.ListAsync<CaseEventRow>(
                """
                SELECT case_id AS CaseId, sequence, at, type, officer_id AS OfficerId, actor, text, state, original
                FROM case_events WHERE case_id = @caseId ORDER BY sequence
                """,
                new { caseId }),
            cancellationToken);
        return [.. rows.Select(r => r.ToEvent())];
    }

    public async Task<IReadOnlyDictionary<string, string>> ContactsAsync(long caseId, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            sql => sql.ListAsync<ContactRow>("SELECT kind, secret FROM case_contacts WHERE case_id = @caseId", new { caseId }), cancellationToken);
        return rows.ToDictionary(r => r.Kind, r => r.Secret);
    }

    public async Task<bool> ApplyAsync(CaseChange change, CancellationToken cancellationToken)
    {
        var heard = await database.WriteAsync(sql => ApplyAsync(sql, change), cancellationToken);
        foreach (var conversation in heard ?? [])
            bell.Ring(conversation);
        return heard is not null;
    }

    public async IAsyncEnumerable<Case> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const long page = 500;
        for (var after = 0L; ;)
        {
            var from = after;
            var rows = await database.ReadAsync(
                sql => sql.ListAsync<CaseRow>($"SELECT {CaseRow.Columns} FROM cases WHERE id > @from ORDER BY id LIMIT @page", new { from, page }), cancellationToken);
            foreach (var row in rows)
                yield return row.ToCase();
            if (rows.Count < page)
                yield break;
            after = rows[^1].Id;
        }
    }

    public Task<long> ForgetAsync(DateTimeOffset endedBefore, CancellationToken cancellationToken) => database.WriteAsync(
        async sql => (long)await sql.ExecuteAsync("DELETE FROM cases WHERE ended = 1 AND ended_at < @before", new { before = UnixTime.Of(endedBefore) }), cancellationToken);

    // Null if somebody else changed the case meanwhile; else the conversations that heard of it.
    private static async Task<IReadOnlyList<string>?> ApplyAsync(Sql sql, CaseChange change)
    {
        var changed = change.Changed;
        var updated = await sql.ExecuteAsync(
            """
            UPDATE cases SET ended_at = CASE WHEN state = @state THEN ended_at ELSE @endedAt END, state = @state, ended = @ended, officer_id = @OfficerId, officer_name = @OfficerName,
                             first_answered_at = @firstAnsweredAt, version = version + 1
            WHERE id = @Id AND version = @Version
            """,
            new
            {
                changed.Id, changed.Version, state = changed.State.Name(), ended = changed.State.IsEnded() ? 1L : 0L,
                endedAt = changed.State.IsEnded() ? UnixTime.Of(change.Events[0].At) : (long?)null, changed.OfficerId, changed.OfficerName,
                firstAnsweredAt = changed.FirstAnsweredAt is { } at ? UnixTime.Of(at) : (long?)null,
            });
        if (updated == 0)
            return null;
        foreach (var happened in change.Events)
            await CaseSql.AppendAsync(sql, happened);
        return change.Message is null ? [] : await TellAsync(sql, changed.Id, change.Message, change.Events[0].At);
    }

    private static async Task<IReadOnlyList<string>> TellAsync(Sql sql, long caseId, ResidentMessage message, DateTimeOffset at)
    {
        var conversations = await sql.ListAsync<string>("SELECT conversation_id FROM case_conversations WHERE case_id = @caseId ORDER BY conversation_id", new { caseId });
        foreach (var id in conversations)
            await TellAsync(sql, id, caseId, message, at);
        return conversations;
    }

    /// <summary>Puts an officer's words into one conversation, and sends them where its channel is called by us.</summary>
    internal static async Task TellAsync(Sql sql, string id, long caseId, ResidentMessage message, DateTimeOffset at)
    {
        var sequence = await sql.ScalarAsync<long>(
            "UPDATE conversations SET last_sequence = last_sequence + 1 WHERE id = @id RETURNING last_sequence", new { id });
        await sql.ExecuteAsync(
            """
            INSERT INTO messages (conversation_id, sequence, from_resident, type, text, language, at, case_id)
            VALUES (@id, @sequence, 0, 'message', @Text, @Language, @at, @caseId)
            """,
            new { id, sequence, message.Text, message.Language, at = UnixTime.Of(at), caseId });
        await DeliverySql.DueAsync(sql, id, UnixTime.Of(at));
        await TextSql.OfficerAsync(sql, id, sequence, caseId, message.Text, at);
    }

    private async Task<Case?> FindByAsync(string condition, object value, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            sql => sql.FirstAsync<CaseRow>($"SELECT {CaseRow.Columns} FROM cases WHERE {condition}", new { value }), cancellationToken);
        return row?.ToCase();
    }

    private sealed class ContactRow
    {
        public string Kind { get; set; } = "";
        public string Secret { get; set; } = "";
    }
}
