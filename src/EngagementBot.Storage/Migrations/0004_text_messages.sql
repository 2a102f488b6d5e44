-- Phones that text with us. The conversation's id is made of the keyed hash of the number; the number itself is encrypted, and goes when no
-- reply can be due any more. That the owner wants no texts stays.
CREATE TABLE phones (
    conversation_id TEXT   NOT NULL PRIMARY KEY,
    number          TEXT,
    seen_at         BIGINT NOT NULL,
    opted_out_at    BIGINT,
    opted_out_by    TEXT
);
CREATE INDEX phones_seen ON phones (seen_at) WHERE number IS NOT NULL;

-- Who may be written to first, and how an officer knows.
CREATE TABLE phone_consents (
    conversation_id TEXT   NOT NULL PRIMARY KEY,
    at              BIGINT NOT NULL,
    officer_id      BIGINT,
    officer         TEXT   NOT NULL,
    how             TEXT   NOT NULL
);

-- Texts that came in, in the order of their coming. The content is encrypted, and goes once it has been worked on; the provider's id stays,
-- so that the same text is taken once.
CREATE TABLE texts_in (
    id              BIGINT NOT NULL PRIMARY KEY,
    provider_id     TEXT   NOT NULL UNIQUE,
    conversation_id TEXT,
    content         TEXT,
    attempts        BIGINT NOT NULL DEFAULT 0,
    received_at     BIGINT NOT NULL,
    due_at          BIGINT
);
CREATE INDEX texts_in_due ON texts_in (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX texts_in_phone ON texts_in (conversation_id, id) WHERE due_at IS NOT NULL;
CREATE INDEX texts_in_received ON texts_in (received_at);

-- Texts that could not be answered, for an officer's eyes.
CREATE TABLE texts_parked (
    provider_id     TEXT   NOT NULL PRIMARY KEY,
    reason          TEXT   NOT NULL,
    sender          TEXT,
    text            TEXT   NOT NULL,
    conversation_id TEXT,
    pictures        BIGINT NOT NULL DEFAULT 0,
    at              BIGINT NOT NULL,
    done_at         BIGINT,
    done_by         TEXT
);

-- Texts that are owed to phones: which message of the log, and which part of it. The words stay in the log.
CREATE TABLE texts_out (
    conversation_id TEXT   NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    sequence        BIGINT NOT NULL,
    part            BIGINT NOT NULL,
    id              TEXT   NOT NULL UNIQUE,
    case_id         BIGINT,
    answers         BIGINT NOT NULL,
    is_last         BIGINT NOT NULL,
    state           TEXT   NOT NULL,
    attempts        BIGINT NOT NULL DEFAULT 0,
    owed_at         BIGINT NOT NULL,
    due_at          BIGINT,
    tried_at        BIGINT,
    doubt_since     BIGINT,
    provider_id     TEXT   UNIQUE,
    reason          TEXT,
    PRIMARY KEY (conversation_id, sequence, part)
);
CREATE INDEX texts_out_due ON texts_out (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX texts_out_case ON texts_out (case_id) WHERE case_id IS NOT NULL;

-- Texts whose words shall be deleted at the provider.
CREATE TABLE text_erasures (
    provider_id TEXT   NOT NULL PRIMARY KEY,
    due_at      BIGINT NOT NULL,
    attempts    BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX text_erasures_due ON text_erasures (due_at);

-- Pictures that a resident sent for a case: where they lie at the provider, encrypted.
CREATE TABLE case_pictures (
    case_id BIGINT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    number  BIGINT NOT NULL,
    secret  TEXT   NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (case_id, number)
);
