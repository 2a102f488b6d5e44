-- Times are Unix milliseconds in UTC, flags 0 or 1: both databases read them alike.

CREATE TABLE conversations (
    id            TEXT   NOT NULL PRIMARY KEY,
    channel       TEXT   NOT NULL,
    state         TEXT   NOT NULL,
    version       BIGINT NOT NULL,
    last_sequence BIGINT NOT NULL,
    ended         BIGINT NOT NULL DEFAULT 0,
    created_at    BIGINT NOT NULL,
    used_at       BIGINT NOT NULL
);
CREATE INDEX conversations_used ON conversations (used_at);

CREATE TABLE messages (
    conversation_id TEXT   NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    sequence        BIGINT NOT NULL,
    from_resident   BIGINT NOT NULL,
    type            TEXT   NOT NULL,
    text            TEXT   NOT NULL,
    language        TEXT,
    suggestions     TEXT,
    at              BIGINT NOT NULL,
    reply_to        BIGINT,
    turn_key        TEXT,
    envelope        TEXT,
    secret          TEXT,
    case_id         BIGINT,
    PRIMARY KEY (conversation_id, sequence)
);
-- The same turn is taken once.
CREATE UNIQUE INDEX messages_turn ON messages (conversation_id, turn_key);
CREATE INDEX messages_secret ON messages (case_id) WHERE secret IS NOT NULL;

CREATE TABLE cases (
    id                BIGINT NOT NULL PRIMARY KEY,
    number            TEXT   NOT NULL UNIQUE,
    receipt_hash      TEXT   NOT NULL UNIQUE,
    kind              TEXT   NOT NULL,
    state             TEXT   NOT NULL,
    ended             BIGINT NOT NULL DEFAULT 0,
    priority          BIGINT NOT NULL,
    queue             TEXT   NOT NULL,
    language          TEXT   NOT NULL,
    channel           TEXT   NOT NULL,
    text              TEXT   NOT NULL,
    answers           TEXT   NOT NULL,
    reasons           TEXT   NOT NULL,
    sentiment         TEXT   NOT NULL,
    filed_at          BIGINT NOT NULL,
    first_answer_due  BIGINT NOT NULL,
    resolution_due    BIGINT NOT NULL,
    first_answered_at BIGINT,
    ended_at          BIGINT,
    officer_id        BIGINT,
    officer_name      TEXT,
    has_contact       BIGINT NOT NULL,
    version           BIGINT NOT NULL
);
-- The queue: open cases by priority, then by what is due first.
CREATE INDEX cases_queue ON cases (ended, priority, first_answer_due, id);

CREATE TABLE case_events (
    case_id    BIGINT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    sequence   BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    type       TEXT   NOT NULL,
    officer_id BIGINT,
    actor      TEXT   NOT NULL,
    text       TEXT,
    state      TEXT,
    PRIMARY KEY (case_id, sequence)
);

CREATE TABLE case_contacts (
    case_id BIGINT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    kind    TEXT   NOT NULL,
    secret  TEXT   NOT NULL,
    PRIMARY KEY (case_id, kind)
);

-- Which conversations hear of a case: the one that filed it, and those that came back with its receipt.
CREATE TABLE case_conversations (
    case_id         BIGINT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    conversation_id TEXT   NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    PRIMARY KEY (case_id, conversation_id)
);
CREATE INDEX case_conversations_conversation ON case_conversations (conversation_id);

-- Opinions that are only counted, without their words.
CREATE TABLE opinions (
    day      TEXT   NOT NULL,
    kind     TEXT   NOT NULL,
    language TEXT   NOT NULL,
    count    BIGINT NOT NULL,
    PRIMARY KEY (day, kind, language)
);

CREATE TABLE officers (
    id              BIGINT NOT NULL PRIMARY KEY,
    name            TEXT   NOT NULL,
    name_key        TEXT   NOT NULL UNIQUE,
    role            TEXT   NOT NULL,
    delegated       BIGINT NOT NULL,
    disabled        BIGINT NOT NULL,
    password_hash   TEXT,
    security_stamp  TEXT   NOT NULL,
    failed_sign_ins BIGINT NOT NULL,
    locked_until    BIGINT
);

CREATE TABLE officer_links (
    officer_id  BIGINT NOT NULL PRIMARY KEY REFERENCES officers (id) ON DELETE CASCADE,
    secret_hash TEXT   NOT NULL UNIQUE,
    expires_at  BIGINT NOT NULL
);

CREATE TABLE counters (
    name  TEXT   NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);

-- Keys of Data Protection and the service's own key, so that replicas share them. The latter is encrypted with the former.
CREATE TABLE service_keys (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
