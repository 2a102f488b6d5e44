-- Pictures are fetched from the provider, and then deleted there. state: waiting, kept or lost; while due_at is given there is something to do:
-- to fetch what waits, to delete at the provider what is kept. The address (secret) is empty once nothing lies behind it.
ALTER TABLE case_pictures ADD COLUMN state TEXT NOT NULL DEFAULT 'waiting';
ALTER TABLE case_pictures ADD COLUMN reason TEXT;
ALTER TABLE case_pictures ADD COLUMN attempts BIGINT NOT NULL DEFAULT 0;
ALTER TABLE case_pictures ADD COLUMN due_at BIGINT;
UPDATE case_pictures SET due_at = at;
CREATE INDEX case_pictures_due ON case_pictures (due_at) WHERE due_at IS NOT NULL;

-- The pictures themselves, encrypted. A type that SQLite does not know takes bytes as they are.
CREATE TABLE case_picture_files (
    case_id BIGINT NOT NULL,
    number  BIGINT NOT NULL,
    type    TEXT   NOT NULL,
    content BYTEA  NOT NULL,
    PRIMARY KEY (case_id, number),
    FOREIGN KEY (case_id, number) REFERENCES case_pictures (case_id, number) ON DELETE CASCADE
);
