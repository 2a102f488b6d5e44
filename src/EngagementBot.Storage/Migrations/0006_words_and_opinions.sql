-- The language of the resident's own words, where it is told for certain and is another than that of the replies; null else.
ALTER TABLE cases ADD COLUMN words_language TEXT;

-- What a service found said of somebody or something in the resident's words: JSON.
ALTER TABLE cases ADD COLUMN opinions TEXT NOT NULL DEFAULT '[]';
