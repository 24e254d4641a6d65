-- Version 6: journals.

-- A journal, as it was registered. content: the bytes of its file, compressed (gzip); sha256: of the
-- bytes; path: where the file was to be written; format, layout: name and SHA-256 of the layout;
-- detail: what divides its lines; reverses: the journal, and the document of it (0: all), that this
-- one takes back.
CREATE TABLE journal (
    number            INTEGER PRIMARY KEY,
    period            INTEGER NOT NULL REFERENCES period (key),
    date              TEXT NOT NULL,
    fiscal_year       INTEGER NOT NULL,
    fiscal_period     INTEGER NOT NULL,
    organization      TEXT NOT NULL,
    format            TEXT NOT NULL,
    layout            TEXT NOT NULL CHECK (length(layout) = 64),
    detail            TEXT NOT NULL,
    reverses          INTEGER REFERENCES journal (number),
    reverses_document INTEGER,
    path              TEXT NOT NULL,
    bytes             INTEGER NOT NULL,
    sha256            TEXT NOT NULL CHECK (length(sha256) = 64),
    content           BLOB NOT NULL,
    audit             INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX journal_period ON journal (period);
CREATE INDEX journal_reverses ON journal (reverses);
CREATE INDEX journal_audit ON journal (audit);

-- The parts of a journal: each balances, and is of one currency.
CREATE TABLE journal_document (
    journal  INTEGER NOT NULL REFERENCES journal (number),
    document INTEGER NOT NULL,
    currency TEXT NOT NULL,
    lines    INTEGER NOT NULL,
    debits   TEXT NOT NULL,
    credits  TEXT NOT NULL CHECK (credits = debits),
    PRIMARY KEY (journal, document)
) STRICT;

-- party: payer or source; side: debit or credit; groups: of journal.fund_org_regex, as JSON.
CREATE TABLE journal_line (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    journal      INTEGER NOT NULL,
    document     INTEGER NOT NULL,
    line         INTEGER NOT NULL,
    party        TEXT NOT NULL CHECK (party IN ('payer', 'source')),
    side         TEXT NOT NULL CHECK (side IN ('debit', 'credit')),
    reference    TEXT NOT NULL,
    fund_org     TEXT NOT NULL,
    account_code TEXT NOT NULL,
    source       TEXT NOT NULL,
    pi_email     TEXT NOT NULL,
    project_id   TEXT NOT NULL,
    statement    TEXT NOT NULL,
    cost_center  TEXT NOT NULL,
    reference_1  TEXT NOT NULL,
    reference_2  TEXT NOT NULL,
    description  TEXT NOT NULL,
    groups       TEXT NOT NULL,
    charges      INTEGER NOT NULL,
    amount       TEXT NOT NULL,
    FOREIGN KEY (journal, document) REFERENCES journal_document (journal, document)
) STRICT;
CREATE INDEX journal_line_place ON journal_line (journal, document, line);
CREATE INDEX journal_line_reference ON journal_line (reference);

-- What a journal has of each posting: all of it, or what has changed since the last journal.
-- payer_line, source_line: where it went; 0 if that line comes to nothing.
CREATE TABLE journal_posting (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    journal         INTEGER NOT NULL,
    document        INTEGER NOT NULL,
    pi_email        TEXT NOT NULL,
    project_id      TEXT NOT NULL,
    currency        TEXT NOT NULL,
    fund_org        TEXT NOT NULL,
    source          TEXT NOT NULL,
    account_code    TEXT NOT NULL,
    cost_center     TEXT NOT NULL,
    reference_1     TEXT NOT NULL,
    reference_2     TEXT NOT NULL,
    charges         INTEGER NOT NULL,
    amount          TEXT NOT NULL,
    payer_line      INTEGER NOT NULL,
    source_line     INTEGER NOT NULL,
    credit_fund_org TEXT NOT NULL,
    credit_account  TEXT NOT NULL,
    FOREIGN KEY (journal, document) REFERENCES journal_document (journal, document)
) STRICT;
CREATE INDEX journal_posting_place ON journal_posting (journal, document);

-- What became of each document, in turn. One without a mark is pending: it is registered, and its
-- file may not be there yet. ref: the finance system's own number.
CREATE TABLE journal_mark (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    journal  INTEGER NOT NULL,
    document INTEGER NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('exported', 'accepted', 'failed')),
    ref      TEXT NOT NULL,
    audit    INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (journal, document) REFERENCES journal_document (journal, document)
) STRICT;
CREATE INDEX journal_mark_document ON journal_mark (journal, document);

-- mark: the latest one; reversed_by: the journal that takes the document back, unless that failed.
CREATE VIEW journal_state AS
SELECT d.journal, d.document, j.period, d.currency, d.lines, d.debits,
    ifnull((SELECT state FROM journal_mark AS m WHERE m.journal = d.journal
            AND m.document = d.document ORDER BY id DESC LIMIT 1), 'pending') AS mark,
    ifnull((SELECT ref FROM journal_mark AS m WHERE m.journal = d.journal
            AND m.document = d.document ORDER BY id DESC LIMIT 1), '') AS ref,
    (SELECT max(r.number) FROM journal AS r WHERE r.reverses = d.journal
        AND (r.reverses_document = 0 OR r.reverses_document = d.document)
        AND EXISTS (SELECT 1 FROM journal_document AS x WHERE x.journal = r.number
            AND x.document = CASE r.reverses_document WHEN 0 THEN d.document ELSE 1 END)
        AND NOT EXISTS (SELECT 1 FROM journal_mark AS m WHERE m.journal = r.number
            AND m.state = 'failed' AND m.document = CASE r.reverses_document
                WHEN 0 THEN d.document ELSE 1 END)) AS reversed_by
FROM journal_document AS d JOIN journal AS j ON j.number = d.journal;

-- What all journals that count have of each posting: those that have not failed.
CREATE VIEW journaled_posting AS
SELECT s.period, s.mark, p.* FROM journal_posting AS p
JOIN journal_state AS s ON s.journal = p.journal AND s.document = p.document
WHERE s.mark <> 'failed';

CREATE TRIGGER journal_kept BEFORE INSERT ON journal
WHEN NEW.number <> (SELECT ifnull(max(number), 0) + 1 FROM journal)
    OR (SELECT status FROM period WHERE key = NEW.period) IS NOT 'closed'
BEGIN SELECT RAISE(ABORT, 'journals are numbered in turn, in a closed month'); END;
CREATE TRIGGER journal_unchanged BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'a journal is never changed'); END;
CREATE TRIGGER journal_stays BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'a journal is never removed'); END;
CREATE TRIGGER journal_document_kept BEFORE INSERT ON journal_document
WHEN EXISTS (SELECT 1 FROM journal_document WHERE journal = NEW.journal AND document = NEW.document)
    OR EXISTS (SELECT 1 FROM journal_mark WHERE journal = NEW.journal)
    OR EXISTS (SELECT 1 FROM journal WHERE number > NEW.journal)
BEGIN SELECT RAISE(ABORT, 'a journal is never changed'); END;
CREATE TRIGGER journal_document_unchanged BEFORE UPDATE ON journal_document
BEGIN SELECT RAISE(ABORT, 'a journal is never changed'); END;
CREATE TRIGGER journal_document_stays BEFORE DELETE ON journal_document
BEGIN SELECT RAISE(ABORT, 'a journal is never removed'); END;
CREATE TRIGGER journal_line_kept BEFORE INSERT ON journal_line
WHEN EXISTS (SELECT 1 FROM journal_line WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM journal_mark WHERE journal = NEW.journal)
BEGIN SELECT RAISE(ABORT, 'a journal is never changed'); END;
CREATE TRIGGER journal_line_unchanged BEFORE UPDATE ON journal_line
BEGIN SELECT RAISE(ABORT, 'a journal is never changed'); END;
CREATE TRIGGER journal_line_stays BEFORE DELETE ON journal_line
BEGIN SELECT RAISE(ABORT, 'a journal is never removed'); END;
CREATE TRIGGER journal_posting_kept BEFORE INSERT ON journal_posting
WHEN EXISTS (SELECT 1 FROM journal_posting WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM journal_mark WHERE journal = NEW.journal)
BEGIN SELECT RAISE(ABORT, 'a journal is never changed'); END;
CREATE TRIGGER journal_posting_unchanged BEFORE UPDATE ON journal_posting
BEGIN SELECT RAISE(ABORT, 'a journal is never changed'); END;
CREATE TRIGGER journal_posting_stays BEFORE DELETE ON journal_posting
BEGIN SELECT RAISE(ABORT, 'a journal is never removed'); END;
CREATE TRIGGER journal_mark_kept BEFORE INSERT ON journal_mark
WHEN EXISTS (SELECT 1 FROM journal_mark WHERE id = NEW.id)
    OR NOT CASE (SELECT mark FROM journal_state
                 WHERE journal = NEW.journal AND document = NEW.document)
        WHEN 'pending' THEN NEW.state IN ('exported', 'failed')
        WHEN 'exported' THEN NEW.state IN ('accepted', 'failed')
        ELSE 0 END
    OR (SELECT p.status FROM period AS p JOIN journal AS j ON j.period = p.key
        WHERE j.number = NEW.journal) IS 'finalized'
BEGIN SELECT RAISE(ABORT, 'a journal goes from pending to exported, and from there to accepted or failed'); END;
CREATE TRIGGER journal_mark_unchanged BEFORE UPDATE ON journal_mark
BEGIN SELECT RAISE(ABORT, 'what became of a journal is never changed'); END;
CREATE TRIGGER journal_mark_stays BEFORE DELETE ON journal_mark
BEGIN SELECT RAISE(ABORT, 'what became of a journal is never removed'); END;
