-- Conversations whose channel is called by us: how far the log has been delivered, and when to try next.
-- The log itself is the outbox: what stands behind delivered_sequence is still to be sent, in order.
CREATE TABLE deliveries (
    conversation_id    TEXT   NOT NULL PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    address            TEXT   NOT NULL,
    delivered_sequence BIGINT NOT NULL,
    attempts           BIGINT NOT NULL,
    due_at             BIGINT
);
CREATE INDEX deliveries_due ON deliveries (due_at) WHERE due_at IS NOT NULL;
