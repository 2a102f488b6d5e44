using EngagementBot.Conversations.Store;

namespace EngagementBot.Storage.Conversations;

public sealed class DeliveryStore(Database database) : IDeliveryStore
{
    public Task<Delivery?> TakeAsync(DateTimeOffset now, DateTimeOffset leased, CancellationToken cancellationToken) => database.WriteAsync(
        async sql =>
        {
            // The second condition lets only one of several replicas have it.
            var row = await sql.FirstAsync<DeliveryRow>(
                """
                UPDATE deliveries SET due_at = @leased
                WHERE due_at <= @now AND conversation_id = (SELECT conversation_id FROM deliveries WHERE due_at <= @now ORDER BY due_at LIMIT 1)
                RETURNING conversation_id AS ConversationId, address, delivered_sequence AS Delivered, attempts
                """,
                new { now = UnixTime.Of(now), leased = UnixTime.Of(leased) });
            return row is null ? null : new Delivery(row.ConversationId, row.Address, row.Delivered, row.Attempts);
        },
        cancellationToken);

    public Task AdvanceAsync(string conversationId, long sequence, DateTimeOffset leased, CancellationToken cancellationToken) => database.WriteAsync(
        sql => sql.ExecuteAsync(
            "UPDATE deliveries SET delivered_sequence = @sequence, attempts = 0, due_at = @leased WHERE conversation_id = @conversationId",
            new { conversationId, sequence, leased = UnixTime.Of(leased) }),
        cancellationToken);

    public Task ReleaseAsync(string conversationId, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        sql => sql.ExecuteAsync(
            """
            UPDATE deliveries SET due_at = CASE WHEN (SELECT last_sequence FROM conversations WHERE id = @conversationId) > delivered_sequence THEN @now END
            WHERE conversation_id = @conversationId
            """,
            new { conversationId, now = UnixTime.Of(now) }),
        cancellationToken);

    public Task PostponeAsync(string conversationId, DateTimeOffset? next, CancellationToken cancellationToken) => database.WriteAsync(
        sql => sql.ExecuteAsync(
            "UPDATE deliveries SET attempts = attempts + 1, due_at = @next WHERE conversation_id = @conversationId",
            new { conversationId, next = next is { } at ? UnixTime.Of(at) : (long?)null }),
        cancellationToken);

    private sealed class DeliveryRow
    {
        public string ConversationId { get; set; } = "";
        public string Address { get; set; } = "";
        public long Delivered { get; set; }
        public long Attempts { get; set; }
    }
}
