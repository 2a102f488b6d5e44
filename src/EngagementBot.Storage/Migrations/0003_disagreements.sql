-- Where a service and the local analysis were of different opinions on a case: JSON, both opinions each.
ALTER TABLE cases ADD COLUMN disagreements TEXT NOT NULL DEFAULT '[]';
