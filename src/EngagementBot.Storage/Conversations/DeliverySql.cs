namespace EngagementBot.Storage.Conversations;

/// <summary>The statements by which something becomes due for delivery, inside the transaction that makes it.</summary>
internal static class DeliverySql
{
    /// <param name="delivered">Everything up to here needs no sending.</param>
    /// <param name="due">Null if nothing new is owed.</param>
    public static Task OweAsync(Sql sql, string id, string address, long delivered, long? due) => sql.ExecuteAsync(
        """
        INSERT INTO deliveries (conversation_id, address, delivered_sequence, attempts, due_at) VALUES (@id, @address, @delivered, 0, @due)
        ON CONFLICT (conversation_id) DO UPDATE SET address = excluded.address,
            delivered_sequence = CASE WHEN deliveries.due_at IS NULL THEN excluded.delivered_sequence ELSE deliveries.delivered_sequence END,
            due_at = COALESCE(deliveries.due_at, excluded.due_at)
        """,
        new { id, address, delivered, due });

    /// <summary>Something new stands in the log; nothing happens for a conversation whose client fetches.</summary>
    public static Task DueAsync(Sql sql, string id, long due) => sql.ExecuteAsync(
        "UPDATE deliveries SET due_at = COALESCE(due_at, @due) WHERE conversation_id = @id", new { id, due });
}
