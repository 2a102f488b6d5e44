-- Machine translations of what a resident wrote, by part of the case and language, so that no text is sent twice.
CREATE TABLE case_translations (
    case_id  BIGINT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    part     TEXT   NOT NULL,
    language TEXT   NOT NULL,
    text     TEXT   NOT NULL,
    PRIMARY KEY (case_id, language, part)
);

-- The officer's own words, where the text of a reply is a machine translation of them.
ALTER TABLE case_events ADD COLUMN original TEXT;
