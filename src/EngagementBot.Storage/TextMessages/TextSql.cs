using EngagementBot.Conversations;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.TextMessages;
using EngagementBot.Conversations.TextMessages.Store;

namespace EngagementBot.Storage.TextMessages;

/// <summary>The statements by which texts become owed to a phone, inside the transaction that says them.</summary>
internal static class TextSql
{
    /// <summary>Of a conversation: a text of it is under way; or its phone's number is kept, and a case of which it hears has not ended.</summary>
    private const string OutlivesItsUse =
        $"""
        EXISTS (SELECT 1 FROM texts_out o WHERE o.conversation_id = conversations.id AND {IsUnderWay})
        OR EXISTS (SELECT 1 FROM phones WHERE phones.conversation_id = conversations.id AND phones.number IS NOT NULL)
        AND EXISTS (SELECT 1 FROM case_conversations h JOIN cases k ON k.id = h.case_id WHERE h.conversation_id = conversations.id AND k.ended = 0)
        """;

    // What waits is sent or fails in time, and its case hears which. Where no provider is set up nothing does either, and words must go all the same.
    private const string IsUnderWay = "(o.due_at IS NOT NULL AND o.owed_at >= @owed OR o.state IN ('queued', 'sent') AND o.owed_at >= @idle)";

    private const string IsGone =
        $"""
        messages.at < @idle AND NOT EXISTS (
            SELECT 1 FROM texts_out o WHERE o.conversation_id = messages.conversation_id AND o.sequence = messages.sequence AND {IsUnderWay})
        """;

    private static readonly TimeSpan LongestOwed = TimeSpan.FromDays(7);

    // As long as a real one: where a reply is cut does not depend on its digits.
    private const string SampleReceipt = "0000000000000000";

    /// <summary>What a turn by text message changes and says.</summary>
    /// <param name="sequence">Of the resident's message.</param>
    /// <param name="caseId">The case that the turn filed; null for none.</param>
    public static async Task TurnAsync(Sql sql, TurnRecord record, long sequence, long? caseId)
    {
        var (id, at) = (record.Turn.ConversationId, UnixTime.Of(record.At));
        if (record.OptOut is { } choice)
            await ChooseAsync(sql, id, choice, at);
        if (record.Parks is { } reason)
            await ParkAsync(sql, new ParkedText(record.Turn.Key, reason, null, record.StoredText, id, record.At, record.Turn.Pictures.Count));
        for (var i = 0; i < record.Replies.Count; i++)
            await OweAsync(sql, new Owed(id, sequence + 1 + i, caseId, Answers: 1, IsLast: record.OptOut?.IsOut == true ? 1 : 0, at), record.Replies[i].Text);
    }

    /// <summary>An officer's words; nothing happens for a conversation that is not a phone's.</summary>
    public static async Task OfficerAsync(Sql sql, string id, long sequence, long caseId, string text, DateTimeOffset at)
    {
        if (await sql.ScalarAsync<long>("SELECT COUNT(*) FROM phones WHERE conversation_id = @id", new { id }) > 0)
            await OweAsync(sql, new Owed(id, sequence, caseId, Answers: 0, IsLast: 0, UnixTime.Of(at)), text);
    }

    public static async Task<bool> ParkAsync(Sql sql, ParkedText parked) => await sql.ExecuteAsync(
        """
        INSERT INTO texts_parked (provider_id, reason, sender, text, conversation_id, pictures, at)
        VALUES (@ProviderId, @Reason, @Sender, @Text, @ConversationId, @Pictures, @at) ON CONFLICT DO NOTHING
        """,
        new { parked.ProviderId, parked.Reason, parked.Sender, parked.Text, parked.ConversationId, parked.Pictures, at = UnixTime.Of(parked.At) }) > 0;

    /// <summary>Its words shall be deleted at the provider then, or earlier if that was said before.</summary>
    public static Task<int> EraseAsync(Sql sql, string providerId, long due) => sql.ExecuteAsync(
        """
        INSERT INTO text_erasures (provider_id, due_at) VALUES (@providerId, @due)
        ON CONFLICT (provider_id) DO UPDATE SET due_at = CASE WHEN excluded.due_at < text_erasures.due_at THEN excluded.due_at ELSE text_erasures.due_at END
        """,
        new { providerId, due });

    /// <summary>Deletes conversations that nobody has used since then. Whoever waits for an officer or for a text keeps the conversation, but of its
    /// words only those that are still to be sent.</summary>
    public static async Task<long> ForgetIdleAsync(Sql sql, DateTimeOffset idleSince)
    {
        var values = new { idle = UnixTime.Of(idleSince), owed = UnixTime.Of(idleSince - LongestOwed) };
        var rows = await sql.ListAsync<IdleRow>(
            $"""
            SELECT id, state FROM conversations WHERE used_at < @idle AND ({OutlivesItsUse})
            AND EXISTS (SELECT 1 FROM messages WHERE messages.conversation_id = conversations.id AND {IsGone})
            """,
            values);
        foreach (var row in rows)
        {
            var before = ConversationState.FromJson(row.State);
            var state = new ConversationState
            {
                Language = before.Language, IsLanguageChosen = before.IsLanguageChosen, IsGreeted = before.IsGreeted, IsToldOfServices = before.IsToldOfServices, OpenCase = before.OpenCase,
                StatusOfferedIn = before.StatusOfferedIn,
            };
            // A turn that came in between has made it a conversation in use.
            if (await sql.ExecuteAsync(
                "UPDATE conversations SET state = @state, version = version + 1 WHERE id = @Id AND used_at < @idle", new { row.Id, values.idle, state = state.ToJson() }) > 0)
                await sql.ExecuteAsync($"DELETE FROM messages WHERE conversation_id = @Id AND {IsGone}", new { row.Id, values.idle, values.owed });
        }
        return await sql.ExecuteAsync($"DELETE FROM conversations WHERE used_at < @idle AND NOT ({OutlivesItsUse})", values);
    }

    private static Task ChooseAsync(Sql sql, string id, OptOut choice, long at) => choice.IsOut
        ? sql.ExecuteAsync(
            "UPDATE phones SET opted_out_at = @at, opted_out_by = @by WHERE conversation_id = @id AND opted_out_at IS NULL", new { id, at, by = choice.Word ?? Phone.OwnWords })
        : sql.ExecuteAsync("UPDATE phones SET opted_out_at = NULL, opted_out_by = NULL WHERE conversation_id = @id", new { id });

    private static async Task OweAsync(Sql sql, Owed owed, string text)
    {
        var parts = PhoneText.Split(PhoneText.Of(ReceiptMark.Fill(text, SampleReceipt))).Count;
        for (var part = 0L; part < parts; part++)
        {
            await sql.ExecuteAsync(
                """
                INSERT INTO texts_out (conversation_id, sequence, part, id, case_id, answers, is_last, state, owed_at, due_at)
                VALUES (@Conversation, @Sequence, @part, @id, @CaseId, @Answers, @IsLast, 'waiting', @At, @At)
                """,
                new { owed.Conversation, owed.Sequence, part, id = Guid.NewGuid().ToString("N"), owed.CaseId, owed.Answers, owed.IsLast, owed.At });
        }
    }

    private sealed record Owed(string Conversation, long Sequence, long? CaseId, long Answers, long IsLast, long At);

    private sealed class IdleRow
    {
        public string Id { get; set; } = "";
        public string State { get; set; } = "";
    }
}
