-- Version 5: postings of closed months, and statements.

-- The postings of a month that is not open: the sums of its shares, made when it was closed. amount
-- is rounded to the minor unit of the currency, and is shares + rounding.
CREATE TABLE posting (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    period       INTEGER NOT NULL REFERENCES period (key),
    pi_email     TEXT NOT NULL,
    project_id   TEXT NOT NULL,
    currency     TEXT NOT NULL,
    fund_org     TEXT NOT NULL,
    source       TEXT NOT NULL,
    account_code TEXT NOT NULL,
    cost_center  TEXT NOT NULL,
    reference_1  TEXT NOT NULL,
    reference_2  TEXT NOT NULL,
    charges      INTEGER NOT NULL,
    shares       TEXT NOT NULL,
    rounding     TEXT NOT NULL,
    amount       TEXT NOT NULL,
    closing      INTEGER NOT NULL REFERENCES audit (seq)
) STRICT;
CREATE INDEX posting_period ON posting (period);
CREATE INDEX posting_statement ON posting (pi_email, project_id, currency, period);

CREATE TRIGGER posting_kept BEFORE INSERT ON posting
WHEN EXISTS (SELECT 1 FROM posting WHERE id = NEW.id)
    OR (SELECT status FROM period WHERE key = NEW.period) IS NOT 'open'
BEGIN SELECT RAISE(ABORT, 'postings are made when a month is closed, and never replaced'); END;
CREATE TRIGGER posting_unchanged BEFORE UPDATE ON posting
BEGIN SELECT RAISE(ABORT, 'a posting is never changed'); END;
CREATE TRIGGER posting_stays BEFORE DELETE ON posting
WHEN (SELECT status FROM period WHERE key = OLD.period) IS NOT 'open'
BEGIN SELECT RAISE(ABORT, 'a posting of a month that is not open is never removed'); END;

-- A statement keeps its number in all its versions.
CREATE TABLE statement (
    id         INTEGER PRIMARY KEY,
    number     TEXT NOT NULL UNIQUE,
    period     INTEGER NOT NULL REFERENCES period (key),
    pi_email   TEXT NOT NULL,
    project_id TEXT NOT NULL,
    currency   TEXT NOT NULL,
    UNIQUE (period, pi_email, project_id, currency)
) STRICT;

-- How the statements of a run look: texts, colour, fonts, logo, templates.
CREATE TABLE statement_look (
    id     INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    look   TEXT NOT NULL
) STRICT;

-- What was issued. content: the JSON of the statement, compressed (gzip); sha256: of the JSON;
-- substance: the SHA-256 of what makes two versions differ.
CREATE TABLE statement_version (
    id         INTEGER PRIMARY KEY,
    statement  INTEGER NOT NULL REFERENCES statement (id),
    version    INTEGER NOT NULL,
    audit      INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,
    issue_date TEXT NOT NULL,
    charges    INTEGER NOT NULL,
    list       TEXT NOT NULL,
    due        TEXT NOT NULL,
    look       INTEGER NOT NULL REFERENCES statement_look (id),
    substance  TEXT NOT NULL CHECK (length(substance) = 64),
    sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
    content    BLOB NOT NULL,
    UNIQUE (statement, version)
) STRICT;
CREATE INDEX statement_version_audit ON statement_version (audit);

CREATE TRIGGER statement_kept BEFORE INSERT ON statement
WHEN EXISTS (SELECT 1 FROM statement WHERE id = NEW.id OR number = NEW.number)
    OR EXISTS (SELECT 1 FROM statement WHERE period = NEW.period AND pi_email = NEW.pi_email
               AND project_id = NEW.project_id AND currency = NEW.currency)
    OR (SELECT status FROM period WHERE key = NEW.period) IS NOT 'closed'
BEGIN SELECT RAISE(ABORT, 'statements are issued in a closed month, and never replaced'); END;
CREATE TRIGGER statement_unchanged BEFORE UPDATE ON statement
BEGIN SELECT RAISE(ABORT, 'a statement is never changed'); END;
CREATE TRIGGER statement_stays BEFORE DELETE ON statement
BEGIN SELECT RAISE(ABORT, 'a statement is never removed'); END;
CREATE TRIGGER statement_look_kept BEFORE INSERT ON statement_look
WHEN EXISTS (SELECT 1 FROM statement_look WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the look of statements is never replaced'); END;
CREATE TRIGGER statement_look_unchanged BEFORE UPDATE ON statement_look
BEGIN SELECT RAISE(ABORT, 'the look of statements is never changed'); END;
CREATE TRIGGER statement_look_stays BEFORE DELETE ON statement_look
BEGIN SELECT RAISE(ABORT, 'the look of statements is never removed'); END;
CREATE TRIGGER statement_version_kept BEFORE INSERT ON statement_version
WHEN EXISTS (SELECT 1 FROM statement_version WHERE id = NEW.id)
    OR NEW.version <> (SELECT ifnull(max(version), 0) + 1 FROM statement_version
                       WHERE statement = NEW.statement)
    OR (SELECT status FROM period WHERE key =
            (SELECT period FROM statement WHERE id = NEW.statement)) IS NOT 'closed'
BEGIN SELECT RAISE(ABORT, 'versions of a statement are issued in turn, in a closed month'); END;
CREATE TRIGGER statement_version_unchanged BEFORE UPDATE ON statement_version
BEGIN SELECT RAISE(ABORT, 'an issued statement is never changed'); END;
CREATE TRIGGER statement_version_stays BEFORE DELETE ON statement_version
BEGIN SELECT RAISE(ABORT, 'an issued statement is never removed'); END;
