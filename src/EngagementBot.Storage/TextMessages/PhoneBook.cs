using EngagementBot.Casework.Cases;
using EngagementBot.Conversations.Store;
using EngagementBot.Conversations.TextMessages.Store;
using EngagementBot.Storage.Cases;

namespace EngagementBot.Storage.TextMessages;

public sealed class PhoneBook(Database database, IConversationBell bell) : IPhoneBook
{
    private const string Columns =
        """
        SELECT p.conversation_id AS ConversationId, p.number, p.seen_at AS SeenAt, p.opted_out_at AS OptedOutAt, p.opted_out_by AS OptedOutBy,
               c.at AS ConsentAt, c.officer_id AS OfficerId, c.officer, c.how
        FROM phones p LEFT JOIN phone_consents c ON c.conversation_id = p.conversation_id
        """;

    public async Task<IReadOnlyList<Phone>> OfCaseAsync(long caseId, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            sql => sql.ListAsync<PhoneRow>($"{Columns} JOIN case_conversations h ON h.conversation_id = p.conversation_id WHERE h.case_id = @caseId ORDER BY p.seen_at", new { caseId }),
            cancellationToken);
        return [.. rows.Select(r => r.ToPhone())];
    }

    public async Task<IReadOnlyList<CaseText>> TextsAsync(long caseId, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            sql => sql.ListAsync<TextRow>(
                "SELECT sequence, part, state, owed_at AS OwedAt, due_at AS DueAt, reason FROM texts_out WHERE case_id = @caseId ORDER BY owed_at, sequence, part", new { caseId }),
            cancellationToken);
        return [.. rows.Select(r => r.ToText())];
    }

    public Task ConsentAsync(Consent consent, CancellationToken cancellationToken) => database.WriteAsync(
        async sql =>
        {
            // A phone that never wrote to us is known by this alone; its number comes with the first text.
            await sql.ExecuteAsync(
                "INSERT INTO phones (conversation_id, seen_at) VALUES (@ConversationId, @at) ON CONFLICT DO NOTHING", new { consent.ConversationId, at = UnixTime.Of(consent.At) });
            return await sql.ExecuteAsync(
                """
                INSERT INTO phone_consents (conversation_id, at, officer_id, officer, how) VALUES (@ConversationId, @at, @OfficerId, @Name, @How)
                ON CONFLICT (conversation_id) DO UPDATE SET at = excluded.at, officer_id = excluded.officer_id, officer = excluded.officer, how = excluded.how
                """,
                new { consent.ConversationId, at = UnixTime.Of(consent.At), consent.Officer.OfficerId, consent.Officer.Name, consent.How });
        },
        cancellationToken);

    public async Task<FirstTextOutcome> WriteFirstAsync(FirstText text, CancellationToken cancellationToken)
    {
        var outcome = await database.WriteAsync(sql => WriteFirstAsync(sql, text), cancellationToken);
        bell.Ring(text.ConversationId);
        return outcome;
    }

    public async Task<IReadOnlyList<ParkedText>> ParkedAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            sql => sql.ListAsync<ParkedRow>(
                """
                SELECT provider_id AS ProviderId, reason, sender, text, conversation_id AS ConversationId, pictures, at
                FROM texts_parked WHERE done_at IS NULL ORDER BY at LIMIT 500
                """),
            cancellationToken);
        return [.. rows.Select(r => new ParkedText(r.ProviderId, r.Reason, r.Sender, r.Text, r.ConversationId, UnixTime.From(r.At), r.Pictures))];
    }

    public Task UnparkAsync(string providerId, Actor officer, DateTimeOffset at, CancellationToken cancellationToken) => database.WriteAsync(
        sql => sql.ExecuteAsync(
            "UPDATE texts_parked SET done_at = @at, done_by = @Name WHERE provider_id = @providerId AND done_at IS NULL", new { providerId, at = UnixTime.Of(at), officer.Name }),
        cancellationToken);

    public Task ForgetAsync(DateTimeOffset idleSince, DateTimeOffset oldest, CancellationToken cancellationToken) => database.WriteAsync(
        async sql =>
        {
            var values = new { idle = UnixTime.Of(idleSince), oldest = UnixTime.Of(oldest) };
            sql.HasErased |= await sql.ExecuteAsync(
                "UPDATE phones SET number = NULL WHERE number IS NOT NULL AND seen_at < @idle AND NOT EXISTS (SELECT 1 FROM conversations c WHERE c.id = phones.conversation_id)", values) > 0;
            await sql.ExecuteAsync(
                """
                DELETE FROM phones WHERE number IS NULL AND opted_out_at IS NULL AND seen_at < @idle
                AND NOT EXISTS (SELECT 1 FROM phone_consents c WHERE c.conversation_id = phones.conversation_id)
                """,
                values);
            await sql.ExecuteAsync("UPDATE texts_in SET conversation_id = NULL WHERE conversation_id IS NOT NULL AND due_at IS NULL AND received_at < @idle", values);
            await sql.ExecuteAsync("DELETE FROM texts_in WHERE due_at IS NULL AND received_at < @oldest", values);
            var parked = await sql.ExecuteAsync("DELETE FROM texts_parked WHERE done_at < @idle OR at < @oldest", values);
            sql.HasErased |= parked > 0;
            return parked;
        },
        cancellationToken);

    private static async Task<FirstTextOutcome> WriteFirstAsync(Sql sql, FirstText text)
    {
        var phone = (await sql.FirstAsync<PhoneRow>($"{Columns} WHERE p.conversation_id = @ConversationId", new { text.ConversationId }))?.ToPhone();
        if (phone?.IsOptedOut == true)
            return FirstTextOutcome.OptedOut;
        if (phone?.Consent is null)
            return FirstTextOutcome.NoConsent;
        var at = UnixTime.Of(text.At);
        var changed = await sql.ExecuteAsync(
            "UPDATE cases SET version = version + 1, first_answered_at = COALESCE(first_answered_at, @at) WHERE id = @CaseId AND version = @Version", new { at, text.CaseId, text.Version });
        if (changed == 0)
            return await sql.ScalarAsync<long>("SELECT COUNT(*) FROM cases WHERE id = @CaseId", new { text.CaseId }) == 0 ? FirstTextOutcome.NoCase : FirstTextOutcome.ChangedMeanwhile;
        await sql.ExecuteAsync("UPDATE phones SET number = COALESCE(number, @Number), seen_at = @at WHERE conversation_id = @ConversationId", new { text.Number, at, text.ConversationId });
        await sql.ExecuteAsync(
            """
            INSERT INTO conversations (id, channel, state, version, last_sequence, created_at, used_at) VALUES (@ConversationId, 'sms', @state, 1, 0, @at, @at)
            ON CONFLICT (id) DO UPDATE SET used_at = excluded.used_at
            """,
            new { text.ConversationId, at, state = new ConversationState { Language = text.Message.Language }.ToJson() });
        await CaseSql.LinkAsync(sql, text.CaseId, text.ConversationId);
        var last = await sql.ScalarAsync<long>("SELECT MAX(sequence) FROM case_events WHERE case_id = @CaseId", new { text.CaseId });
        await CaseSql.AppendAsync(sql, new CaseEvent(text.CaseId, last + 1, text.At, CaseEventType.Replied, text.Officer, text.Message.Text, null));
        await CaseStore.TellAsync(sql, text.ConversationId, text.CaseId, text.Message, text.At);
        return FirstTextOutcome.Done;
    }

    private sealed class PhoneRow
    {
        public string ConversationId { get; set; } = "";
        public string? Number { get; set; }
        public long SeenAt { get; set; }
        public long? OptedOutAt { get; set; }
        public string? OptedOutBy { get; set; }
        public long? ConsentAt { get; set; }
        public long? OfficerId { get; set; }
        public string? Officer { get; set; }
        public string? How { get; set; }

        public Phone ToPhone() => new(
            ConversationId, Number, UnixTime.From(SeenAt), UnixTime.From(OptedOutAt), OptedOutBy,
            ConsentAt is { } at ? new Consent(ConversationId, UnixTime.From(at), new Actor(OfficerId, Officer!), How!) : null);
    }

    private sealed class TextRow
    {
        public long Sequence { get; set; }
        public long Part { get; set; }
        public string State { get; set; } = "";
        public long OwedAt { get; set; }
        public long? DueAt { get; set; }
        public string? Reason { get; set; }

        public CaseText ToText()
        {
            var state = Enum.Parse<TextState>(State, ignoreCase: true);
            return new CaseText(Sequence, Part, state, UnixTime.From(OwedAt), state == TextState.Held ? UnixTime.From(DueAt) : null, Reason);
        }
    }

    private sealed class ParkedRow
    {
        public string ProviderId { get; set; } = "";
        public string Reason { get; set; } = "";
        public string? Sender { get; set; }
        public string Text { get; set; } = "";
        public string? ConversationId { get; set; }
        public long Pictures { get; set; }
        public long At { get; set; }
    }
}
