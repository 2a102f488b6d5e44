using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.Storage.Cases;

namespace EngagementBot.Storage.TextMessages;

public sealed class TextOutbox(Database database) : ITextOutbox
{
    public async Task<IReadOnlyList<OwedText>> TakeAsync(int most, DateTimeOffset now, DateTimeOffset leased, CancellationToken cancellationToken)
    {
        var at = UnixTime.Of(now);
        // Most looks find nothing, and looking needs no lock.
        if (await database.ReadAsync(sql => sql.FirstAsync<string>("SELECT id FROM texts_out WHERE due_at <= @at LIMIT 1", new { at }), cancellationToken) is null)
            return [];
        var rows = await database.WriteAsync(
            sql => sql.ListAsync<OutRow>(
                """
                UPDATE texts_out SET state = 'sending', attempts = attempts + 1, due_at = @leased, doubt_since = COALESCE(doubt_since, tried_at), tried_at = @at
                WHERE due_at <= @at AND id IN (
                    SELECT t.id FROM texts_out t
                    WHERE t.due_at <= @at AND NOT EXISTS (
                        SELECT 1 FROM texts_out e
                        WHERE e.conversation_id = t.conversation_id AND (e.sequence < t.sequence OR (e.sequence = t.sequence AND e.part < t.part))
                          AND e.due_at IS NOT NULL AND (e.state <> 'held' OR e.due_at <= @at))
                    ORDER BY t.due_at, t.sequence LIMIT @most)
                RETURNING id, conversation_id AS ConversationId, sequence, part, answers, is_last AS IsLast, doubt_since AS DoubtSince, attempts, owed_at AS OwedAt,
                    (SELECT number FROM phones p WHERE p.conversation_id = texts_out.conversation_id) AS Number,
                    (SELECT COUNT(*) FROM phones p WHERE p.conversation_id = texts_out.conversation_id AND p.opted_out_at IS NOT NULL) AS OptedOut
                """,
                new { at, leased = UnixTime.Of(leased), most = (long)most }),
            cancellationToken);
        return [.. rows.Select(r => r.ToText())];
    }

    public Task<IReadOnlyList<string>> UnknownAsync(IReadOnlyList<string> providerIds, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<string>>(
        async sql =>
        {
            var unknown = new List<string>();
            foreach (var providerId in providerIds)
            {
                if (await sql.ScalarAsync<long>("SELECT COUNT(*) FROM texts_out WHERE provider_id = @providerId", new { providerId }) == 0)
                    unknown.Add(providerId);
            }
            return unknown;
        },
        cancellationToken);

    public Task AcceptedAsync(OwedText text, string providerId, DateTimeOffset now, DateTimeOffset? erase, CancellationToken cancellationToken) => database.WriteAsync(
        async sql =>
        {
            if (erase is { } due)
                await TextSql.EraseAsync(sql, providerId, UnixTime.Of(due));
            // The provider's report may have been here before its answer.
            return await ProgressAsync(sql, text.Id, now, () => sql.ExecuteAsync(
                """
                UPDATE texts_out SET state = CASE WHEN state = 'sending' THEN 'queued' ELSE state END, provider_id = @providerId, due_at = NULL, tried_at = NULL, doubt_since = NULL
                WHERE id = @Id
                """,
                new { text.Id, providerId }));
        },
        cancellationToken);

    public Task FailedAsync(OwedText text, string code, string words, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        sql => EndAsync(sql, text.Id, TextState.Failed, $"{words} (code {code})", now), cancellationToken);

    public Task WithheldAsync(OwedText text, bool learned, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async sql =>
        {
            if (learned)
                await CloseAsync(sql, text.ConversationId, UnixTime.Of(now));
            return await EndAsync(sql, text.Id, TextState.Withheld, null, now);
        },
        cancellationToken);

    public Task DroppedAsync(OwedText text, CancellationToken cancellationToken) => database.WriteAsync(
        sql => sql.ExecuteAsync("UPDATE texts_out SET state = 'dropped', due_at = NULL WHERE id = @Id", new { text.Id }), cancellationToken);

    public Task HoldAsync(OwedText text, DateTimeOffset until, CancellationToken cancellationToken) => database.WriteAsync(
        sql => sql.ExecuteAsync(
            "UPDATE texts_out SET state = 'held', due_at = @until, tried_at = NULL, attempts = attempts - 1 WHERE id = @Id AND state = 'sending'",
            new { text.Id, until = UnixTime.Of(until) }),
        cancellationToken);

    public Task PostponeAsync(OwedText text, DateTimeOffset next, bool inDoubt, CancellationToken cancellationToken) => database.WriteAsync(
        sql => sql.ExecuteAsync(
            """
            UPDATE texts_out SET due_at = @next, tried_at = CASE WHEN @inDoubt = 1 THEN tried_at END WHERE id = @Id AND state = 'sending'
            """,
            new { text.Id, next = UnixTime.Of(next), inDoubt = inDoubt ? 1L : 0L }),
        cancellationToken);

    public Task ReportAsync(TextNews news, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async sql =>
        {
            var row = await sql.FirstAsync<KnownRow>(
                "SELECT id, conversation_id AS ConversationId, state, provider_id AS ProviderId FROM texts_out WHERE provider_id = @ProviderId OR id = @TextId LIMIT 1",
                new { news.ProviderId, news.TextId });
            if (row is null)
                return 0;
            if (news.Erases)
                await TextSql.EraseAsync(sql, news.ProviderId, UnixTime.Of(now));
            return row.ProviderId is null || row.ProviderId == news.ProviderId ? await ReportAsync(sql, row, news, now) : 0;
        },
        cancellationToken);

    public async Task<IReadOnlyList<TextErasure>> TakeErasuresAsync(int most, DateTimeOffset now, DateTimeOffset leased, CancellationToken cancellationToken)
    {
        var at = UnixTime.Of(now);
        if (await database.ReadAsync(sql => sql.FirstAsync<string>("SELECT provider_id FROM text_erasures WHERE due_at <= @at LIMIT 1", new { at }), cancellationToken) is null)
            return [];
        var rows = await database.WriteAsync(
            sql => sql.ListAsync<ErasureRow>(
                """
                UPDATE text_erasures SET due_at = @leased, attempts = attempts + 1
                WHERE due_at <= @at AND provider_id IN (SELECT provider_id FROM text_erasures WHERE due_at <= @at ORDER BY due_at LIMIT @most)
                RETURNING provider_id AS ProviderId, attempts
                """,
                new { at, leased = UnixTime.Of(leased), most = (long)most }),
            cancellationToken);
        return [.. rows.Select(r => new TextErasure(r.ProviderId, r.Attempts))];
    }

    public Task EraseAsync(string providerId, DateTimeOffset due, CancellationToken cancellationToken) =>
        database.WriteAsync(sql => TextSql.EraseAsync(sql, providerId, UnixTime.Of(due)), cancellationToken);

    public Task ErasedAsync(string providerId, CancellationToken cancellationToken) => database.WriteAsync(
        sql => sql.ExecuteAsync("DELETE FROM text_erasures WHERE provider_id = @providerId", new { providerId }), cancellationToken);

    public Task PostponeErasureAsync(string providerId, DateTimeOffset? next, CancellationToken cancellationToken) => next is not { } due
        ? ErasedAsync(providerId, cancellationToken)
        : database.WriteAsync(
            sql => sql.ExecuteAsync("UPDATE text_erasures SET due_at = @due WHERE provider_id = @providerId", new { providerId, due = UnixTime.Of(due) }), cancellationToken);

    private static async Task<int> ReportAsync(Sql sql, KnownRow row, TextNews news, DateTimeOffset now)
    {
        if (Rank(row.State) < 0 || Rank(row.State) == Rank("delivered"))
            return 0;
        await sql.ExecuteAsync("UPDATE texts_out SET provider_id = @ProviderId WHERE id = @Id", new { news.ProviderId, row.Id });
        if (news.State == TextState.Withheld)
            await CloseAsync(sql, row.ConversationId, UnixTime.Of(now));
        if (news.State is TextState.Failed or TextState.Withheld)
            return await EndAsync(sql, row.Id, news.State, news.Reason, now);
        var state = Name(news.State);
        if (Rank(state) <= Rank(row.State))
            return 0;
        return await ProgressAsync(sql, row.Id, now, () => sql.ExecuteAsync(
            "UPDATE texts_out SET state = @state, due_at = NULL, tried_at = NULL, doubt_since = NULL WHERE id = @Id", new { row.Id, state }));
    }

    private static async Task<int> EndAsync(Sql sql, string id, TextState state, string? reason, DateTimeOffset now)
    {
        var caseId = await sql.ScalarAsync<long?>("SELECT case_id FROM texts_out WHERE id = @id", new { id });
        await sql.ExecuteAsync("UPDATE texts_out SET state = @state, reason = @reason, due_at = NULL WHERE id = @id", new { id, state = Name(state), reason });
        if (caseId is { } about)
            await CaseSql.TextDidAsync(sql, about, state == TextState.Failed ? CaseEventType.TextFailed : CaseEventType.TextWithheld, reason, now);
        return 1;
    }

    // A message is as far as the part that is least far.
    private static async Task<int> ProgressAsync(Sql sql, string id, DateTimeOffset now, Func<Task<int>> change)
    {
        var before = await LeastAsync(sql, id);
        await change();
        var after = await LeastAsync(sql, id);
        var caseId = await sql.ScalarAsync<long?>("SELECT case_id FROM texts_out WHERE id = @id", new { id });
        if (caseId is { } about && after > Math.Max(0, before))
            await CaseSql.TextDidAsync(sql, about, after switch { 1 => CaseEventType.TextQueued, 2 => CaseEventType.TextSent, _ => CaseEventType.TextDelivered }, null, now);
        return 1;
    }

    private static async Task<int> LeastAsync(Sql sql, string id) => (await sql.ListAsync<string>(
        "SELECT o.state FROM texts_out o JOIN texts_out t ON o.conversation_id = t.conversation_id AND o.sequence = t.sequence WHERE t.id = @id", new { id })).Min(Rank);

    private static int Rank(string state) => state switch
    {
        "queued" => 1,
        "sent" => 2,
        "delivered" => 3,
        "failed" or "withheld" or "dropped" => -1,
        _ => 0,
    };

    internal static string Name(TextState state) => state.ToString().ToLowerInvariant();

    private static Task<int> CloseAsync(Sql sql, string conversationId, long at) => sql.ExecuteAsync(
        "UPDATE phones SET opted_out_at = @at, opted_out_by = @by WHERE conversation_id = @conversationId AND opted_out_at IS NULL",
        new { conversationId, at, by = Phone.Provider });

    private sealed class OutRow
    {
        public string Id { get; set; } = "";
        public string ConversationId { get; set; } = "";
        public long Sequence { get; set; }
        public long Part { get; set; }
        public long Answers { get; set; }
        public long IsLast { get; set; }
        public long? DoubtSince { get; set; }
        public long Attempts { get; set; }
        public long OwedAt { get; set; }
        public string? Number { get; set; }
        public long OptedOut { get; set; }

        public OwedText ToText() => new(
            Id, ConversationId, Sequence, Part, Answers != 0, IsLast != 0, Number, OptedOut != 0, UnixTime.From(DoubtSince), Attempts, UnixTime.From(OwedAt));
    }

    private sealed class KnownRow
    {
        public string Id { get; set; } = "";
        public string ConversationId { get; set; } = "";
        public string State { get; set; } = "";
        public string? ProviderId { get; set; }
    }

    private sealed class ErasureRow
    {
        public string ProviderId { get; set; } = "";
        public long Attempts { get; set; }
    }
}
