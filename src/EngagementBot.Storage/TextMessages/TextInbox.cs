using EngagementBot.Conversations.TextMessages.Store;

namespace EngagementBot.Storage.TextMessages;

public sealed class TextInbox(Database database) : ITextInbox
{
    public Task<int> KeepAsync(IReadOnlyList<NewText> texts, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async sql =>
        {
            var kept = 0;
            foreach (var text in texts)
                kept += await KeepAsync(sql, text, UnixTime.Of(now));
            return kept;
        },
        cancellationToken);

    public Task<bool> ParkAsync(ParkedText text, bool erases, CancellationToken cancellationToken) => database.WriteAsync(
        async sql =>
        {
            if (!await TextSql.ParkAsync(sql, text))
                return false;
            if (erases)
                await TextSql.EraseAsync(sql, text.ProviderId, UnixTime.Of(text.At));
            return true;
        },
        cancellationToken);

    public async Task<IReadOnlyList<WaitingText>> TakeAsync(int most, DateTimeOffset now, DateTimeOffset leased, CancellationToken cancellationToken)
    {
        var at = UnixTime.Of(now);
        // Most looks find nothing, and looking needs no lock.
        if (await database.ReadAsync(sql => sql.FirstAsync<long>("SELECT id FROM texts_in WHERE due_at <= @at LIMIT 1", new { at }), cancellationToken) == 0)
            return [];
        var rows = await database.WriteAsync(
            sql => sql.ListAsync<InRow>(
                """
                UPDATE texts_in SET due_at = @leased, attempts = attempts + 1
                WHERE due_at <= @at AND id IN (
                    SELECT t.id FROM texts_in t
                    WHERE t.due_at <= @at AND NOT EXISTS (
                        SELECT 1 FROM texts_in e WHERE e.conversation_id = t.conversation_id AND e.id < t.id AND e.due_at IS NOT NULL)
                    ORDER BY t.id LIMIT @most)
                RETURNING id, provider_id AS ProviderId, conversation_id AS ConversationId, content, attempts,
                    (SELECT COUNT(*) FROM phones p WHERE p.conversation_id = texts_in.conversation_id AND p.opted_out_at IS NOT NULL) AS OptedOut
                """,
                new { at, leased = UnixTime.Of(leased), most = (long)most }),
            cancellationToken);
        return [.. rows.Select(r => new WaitingText(r.Id, r.ProviderId, r.ConversationId, r.Content ?? "", r.Attempts - 1, r.OptedOut != 0))];
    }

    public Task FinishAsync(long id, CancellationToken cancellationToken) => database.WriteAsync(sql => FinishAsync(sql, id), cancellationToken);

    public Task PostponeAsync(long id, DateTimeOffset next, CancellationToken cancellationToken) => database.WriteAsync(
        sql => sql.ExecuteAsync("UPDATE texts_in SET due_at = @next WHERE id = @id AND due_at IS NOT NULL", new { id, next = UnixTime.Of(next) }), cancellationToken);

    public Task GiveUpAsync(WaitingText text, ParkedText parked, CancellationToken cancellationToken) => database.WriteAsync(
        async sql =>
        {
            await TextSql.ParkAsync(sql, parked);
            return await FinishAsync(sql, text.Id);
        },
        cancellationToken);

    private static async Task<int> KeepAsync(Sql sql, NewText text, long at)
    {
        // The counter's row is locked until the commit, so that the numbers rise in the order in which texts are seen by others.
        var id = await sql.NextAsync("text");
        var kept = await sql.ExecuteAsync(
            """
            INSERT INTO texts_in (id, provider_id, conversation_id, content, received_at, due_at)
            VALUES (@id, @ProviderId, @ConversationId, @Content, @at, @at) ON CONFLICT DO NOTHING
            """,
            new { id, text.ProviderId, text.ConversationId, text.Content, at });
        if (kept == 0)
            return 0;
        return await sql.ExecuteAsync(
            """
            INSERT INTO phones (conversation_id, number, seen_at) VALUES (@ConversationId, @Number, @at)
            ON CONFLICT (conversation_id) DO UPDATE SET number = excluded.number, seen_at = excluded.seen_at
            """,
            new { text.ConversationId, text.Number, at });
    }

    private static Task<int> FinishAsync(Sql sql, long id) =>
        sql.ExecuteAsync("UPDATE texts_in SET due_at = NULL, content = NULL WHERE id = @id", new { id });

    private sealed class InRow
    {
        public long Id { get; set; }
        public string ProviderId { get; set; } = "";
        public string ConversationId { get; set; } = "";
        public string? Content { get; set; }
        public long Attempts { get; set; }
        public long OptedOut { get; set; }
    }
}
