using EngagementBot.Casework.Cases;
using EngagementBot.Casework.Receipts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.Turns;
using EngagementBot.Storage.Cases;
using EngagementBot.Storage.TextMessages;

namespace EngagementBot.Storage.Conversations;

public sealed class ConversationStore(Database database, IConfidentialText confidential, IConversationBell bell) : IConversationStore
{
    public async Task<LoadedConversation?> LoadAsync(string id, string key, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            sql => sql.FirstAsync<ConversationRow>(
                """
                SELECT c.state, c.version, c.last_sequence AS LastSequence, c.ended, m.sequence AS AnsweredBefore
                FROM conversations c LEFT JOIN messages m ON m.conversation_id = c.id AND m.turn_key = @key
                WHERE c.id = @id
                """,
                new { id, key }),
            cancellationToken);
        return row is null ? null : new LoadedConversation(ConversationState.FromJson(row.State), row.Version, row.LastSequence, row.AnsweredBefore, row.Ended != 0);
    }

    public async Task<long> CommitAsync(TurnRecord record, CancellationToken cancellationToken)
    {
        var sequence = await database.WriteAsync(sql => CommitAsync(sql, record), cancellationToken);
        bell.Ring(record.Turn.ConversationId);
        return sequence;
    }

    public async Task<IReadOnlyList<Message>> MessagesAsync(string conversationId, long after, int take, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            sql => sql.ListAsync<MessageRow>(
                """
                SELECT m.sequence, m.from_resident AS FromResident, m.type, m.text, m.language, m.suggestions, m.at, m.reply_to AS ReplyTo,
                       q.turn_key AS ReplyToKey, m.envelope, m.secret
                FROM messages m LEFT JOIN messages q ON q.conversation_id = m.conversation_id AND q.sequence = m.reply_to
                WHERE m.conversation_id = @conversationId AND m.sequence > @after ORDER BY m.sequence LIMIT @take
                """,
                new { conversationId, after, take = (long)take }),
            cancellationToken);
        return [.. rows.Select(r => r.ToMessage(conversationId, confidential))];
    }

    public Task<long?> LastSequenceAsync(string conversationId, CancellationToken cancellationToken) => database.ReadAsync(
        sql => sql.ScalarAsync<long?>("SELECT last_sequence FROM conversations WHERE id = @conversationId", new { conversationId }), cancellationToken);

    public Task<long> ForgetAsync(DateTimeOffset idleSince, DateTimeOffset receiptsBefore, CancellationToken cancellationToken) => database.WriteAsync(
        async sql =>
        {
            await sql.ExecuteAsync("UPDATE messages SET secret = NULL WHERE secret IS NOT NULL AND at < @before", new { before = UnixTime.Of(receiptsBefore) });
            sql.HasErased = true;
            return await TextSql.ForgetIdleAsync(sql, idleSince);
        },
        cancellationToken);

    private async Task<long> CommitAsync(Sql sql, TurnRecord record)
    {
        var id = record.Turn.ConversationId;
        var at = UnixTime.Of(record.At);
        var last = await SaveStateAsync(sql, record, at);
        var sequence = last - record.Replies.Count;
        await sql.ExecuteAsync(
            """
            INSERT INTO messages (conversation_id, sequence, from_resident, type, text, language, at, turn_key, envelope)
            VALUES (@id, @sequence, 1, @type, @StoredText, @Language, @at, @Key, @Envelope)
            """,
            new { id, sequence, type = TypeOf(record.Turn), record.StoredText, record.State.Language, at, record.Turn.Key, record.Turn.Envelope });
        sql.HasErased |= record.ForgetFrom is not null;
        if (record.ForgetFrom is { } from)
            await WipeAsync(sql, id, from);
        var caseId = record.Files is null ? (long?)null : await FileAsync(sql, record, at);
        for (var i = 0; i < record.Replies.Count; i++)
            await AddReplyAsync(sql, id, sequence, sequence + 1 + i, record.Replies[i], at, caseId);
        if (record.Adds is { } adds)
            await CaseSql.ResidentDidAsync(sql, adds.CaseId, CaseEventType.ResidentWrote, adds.Text, record.At);
        if (record.LeavesOut is { } leaves)
            await LeavingOut.RunAsync(sql, leaves with { CaseId = leaves.CaseId ?? caseId }, record.At);
        if (record.Returns is { } returned)
            await ReturnAsync(sql, id, returned, record.At);
        if (record.StopsNews)
            await sql.ExecuteAsync("DELETE FROM case_conversations WHERE conversation_id = @id", new { id });
        if (record.Turn.ReplyAddress is { } address)
            await DeliverySql.OweAsync(sql, id, address, record.Turn.RepliesInline ? last : sequence, record.Turn.RepliesInline || record.Replies.Count == 0 ? null : at);
        if (record.AddsPictures is { } pictures)
            await CaseSql.AddPicturesAsync(sql, pictures.CaseId, pictures.Addresses, record.At, tells: true);
        if (record.Turn.IsText)
            await TextSql.TurnAsync(sql, record, sequence, caseId);
        if (record.Counts is { } kind)
            await CountAsync(sql, record, kind);
        return sequence;
    }

    // The version is the guard against a turn that came in between; the sequence also moves with officers' replies.
    private static async Task<long> SaveStateAsync(Sql sql, TurnRecord record, long at)
    {
        var values = new
        {
            id = record.Turn.ConversationId, record.Turn.Channel, state = record.State.ToJson(), record.Version, more = 1L + record.Replies.Count, at,
            ends = record.Turn.Type == TurnType.End ? 1L : 0L,
        };
        var last = record.Version == 0
            ? await sql.ScalarAsync<long?>(
                """
                INSERT INTO conversations (id, channel, state, version, last_sequence, ended, created_at, used_at)
                VALUES (@id, @Channel, @state, 1, @more, @ends, @at, @at) ON CONFLICT DO NOTHING RETURNING last_sequence
                """,
                values)
            : await sql.ScalarAsync<long?>(
                """
                UPDATE conversations SET state = @state, version = version + 1, last_sequence = last_sequence + @more, ended = @ends, used_at = @at
                WHERE id = @id AND version = @Version RETURNING last_sequence
                """,
                values);
        return last ?? throw new ConversationChangedException();
    }

    private static async Task<long> FileAsync(Sql sql, TurnRecord record, long at)
    {
        var caseId = await CaseSql.FileAsync(sql, record.Files!);
        await sql.ExecuteAsync(
            "UPDATE conversations SET state = @state, used_at = @at WHERE id = @id",
            new { id = record.Turn.ConversationId, at, state = record.State.Filed(caseId).ToJson() });
        return caseId;
    }

    private Task AddReplyAsync(Sql sql, string id, long replyTo, long sequence, Reply reply, long at, long? caseId) => sql.ExecuteAsync(
        """
        INSERT INTO messages (conversation_id, sequence, from_resident, type, text, language, suggestions, at, reply_to, secret, case_id)
        VALUES (@id, @sequence, 0, 'message', @Text, @Language, @suggestions, @at, @replyTo, @secret, @caseId)
        """,
        new
        {
            id, sequence, reply.Text, reply.Language, suggestions = RowJson.Write(reply.Suggestions), at, replyTo,
            secret = reply.Secret is null ? null : confidential.Protect(reply.Secret), caseId,
        });

    // An officer's reply answers no message of the log; it stays.
    private static Task WipeAsync(Sql sql, string id, long from) => sql.ExecuteAsync(
        """
        UPDATE messages SET text = '', suggestions = NULL, envelope = NULL, secret = NULL, type = 'forgotten'
        WHERE conversation_id = @id AND sequence >= @from AND (from_resident = 1 OR reply_to IS NOT NULL)
        """,
        new { id, from });

    private static async Task ReturnAsync(Sql sql, string id, long caseId, DateTimeOffset at)
    {
        await sql.ExecuteAsync("UPDATE messages SET secret = NULL WHERE case_id = @caseId AND secret IS NOT NULL", new { caseId });
        await CaseSql.LinkAsync(sql, caseId, id);
        await CaseSql.ResidentDidAsync(sql, caseId, CaseEventType.ResidentRead, null, at);
    }

    private static Task CountAsync(Sql sql, TurnRecord record, string kind) => sql.ExecuteAsync(
        """
        INSERT INTO opinions (day, kind, language, count) VALUES (@day, @kind, @language, 1)
        ON CONFLICT (day, kind, language) DO UPDATE SET count = opinions.count + 1
        """,
        new { day = record.At.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), kind, language = record.State.Language ?? "und" });

    private static string TypeOf(Turn turn) => turn.Type switch
    {
        TurnType.Start => "conversationUpdate",
        TurnType.End => "endOfConversation",
        TurnType.Message => "message",
        _ => "event",
    };

    private sealed class ConversationRow
    {
        public string State { get; set; } = "";
        public long Version { get; set; }
        public long LastSequence { get; set; }
        public long Ended { get; set; }
        public long? AnsweredBefore { get; set; }
    }
}

internal sealed class MessageRow
{
    public long Sequence { get; set; }
    public long FromResident { get; set; }
    public string Type { get; set; } = "";
    public string Text { get; set; } = "";
    public string? Language { get; set; }
    public string? Suggestions { get; set; }
    public long At { get; set; }
    public long? ReplyTo { get; set; }
    public string? ReplyToKey { get; set; }
    public string? Envelope { get; set; }
    public string? Secret { get; set; }

    public Message ToMessage(string conversationId, IConfidentialText confidential) => new(
        conversationId, Sequence, FromResident != 0, Type, FromResident != 0 ? Text : ReceiptMark.Fill(Text, Secret is null ? null : confidential.Unprotect(Secret)),
        Language, RowJson.ReadList(Suggestions), UnixTime.From(At), ReplyTo, ReplyToKey, Envelope);
}
