-- Version 2: what a delivery supersedes and corrects, the life cycle of periods, the audit trail.

DROP VIEW focus_charges;

CREATE TABLE configuration (
    id     INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    text   TEXT NOT NULL
) STRICT;

CREATE TABLE new_import (
    id            INTEGER PRIMARY KEY,
    source        TEXT NOT NULL,
    series        TEXT NOT NULL DEFAULT '',
    file_name     TEXT NOT NULL,
    sha256        TEXT NOT NULL CHECK (length(sha256) = 64),
    file_size     INTEGER NOT NULL,
    cost          TEXT NOT NULL CHECK (cost IN ('billed', 'effective')),
    rows_read     INTEGER NOT NULL,
    stored        INTEGER NOT NULL,
    unchanged     INTEGER NOT NULL DEFAULT 0,
    corrected     INTEGER NOT NULL DEFAULT 0,
    rejected      INTEGER NOT NULL,
    held          INTEGER NOT NULL,
    mends         INTEGER REFERENCES import (id),
    first_charge  INTEGER,
    last_charge   INTEGER,
    imported_at   TEXT NOT NULL,
    os_user       TEXT NOT NULL,
    actor         TEXT,
    configuration INTEGER REFERENCES configuration (id),
    CHECK (rows_read = stored + unchanged + corrected + rejected)
) STRICT;
INSERT INTO new_import (id, source, file_name, sha256, file_size, cost, rows_read, stored,
    unchanged, rejected, held, first_charge, last_charge, imported_at, os_user, actor)
SELECT id, source, file_name, sha256, file_size, cost, rows_read, stored, unchanged, rejected, held,
    first_charge, last_charge, imported_at, os_user, actor FROM import;
DROP TABLE import;
ALTER TABLE new_import RENAME TO import;
CREATE INDEX import_sha256 ON import (sha256);

-- The files of a delivery in several parts, in their order.
CREATE TABLE import_file (
    import_id INTEGER NOT NULL REFERENCES import (id),
    part      INTEGER NOT NULL,
    name      TEXT NOT NULL,
    sha256    TEXT NOT NULL CHECK (length(sha256) = 64),
    file_size INTEGER NOT NULL,
    rows_read INTEGER NOT NULL,
    PRIMARY KEY (import_id, part)
) STRICT, WITHOUT ROWID;

-- What an import is in each of its billing periods, and which import took its place there. The
-- charges that were unchanged go with it: they belong to the last one of the chain.
CREATE TABLE import_period (
    period        INTEGER NOT NULL REFERENCES period (key),
    import_id     INTEGER NOT NULL REFERENCES import (id),
    kind          TEXT NOT NULL
        CHECK (kind IN ('first', 'snapshot', 'revision', 'replacement', 'addition', 'mend')),
    superseded_by INTEGER REFERENCES import (id),
    PRIMARY KEY (period, import_id)
) STRICT, WITHOUT ROWID;
INSERT INTO import_period (period, import_id, kind)
SELECT DISTINCT period, import_id, 'first' FROM import_total;

-- What became of the rows of a file, by the month that they are billed for.
ALTER TABLE import_total ADD COLUMN stored INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_total ADD COLUMN stored_cost TEXT NOT NULL DEFAULT '0';
ALTER TABLE import_total ADD COLUMN unchanged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_total ADD COLUMN unchanged_cost TEXT NOT NULL DEFAULT '0';
ALTER TABLE import_total ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_total ADD COLUMN corrected_cost TEXT NOT NULL DEFAULT '0';
UPDATE import_total SET stored = charges, stored_cost = billed;

-- Rejected rows whose cost can be read.
CREATE TABLE import_rejected (
    import_id INTEGER NOT NULL REFERENCES import (id),
    currency  TEXT NOT NULL,
    rows      INTEGER NOT NULL,
    billed    TEXT NOT NULL,
    PRIMARY KEY (import_id, currency)
) STRICT, WITHOUT ROWID;

-- What an import changed in the month in which its charges count: charges added to it and taken
-- out of it, how many of these are pairs of an old and a new one, and by how much its held charges
-- grew.
CREATE TABLE import_effect (
    import_id    INTEGER NOT NULL REFERENCES import (id),
    period       INTEGER NOT NULL REFERENCES period (key),
    currency     TEXT NOT NULL,
    added        INTEGER NOT NULL,
    added_cost   TEXT NOT NULL,
    removed      INTEGER NOT NULL,
    removed_cost TEXT NOT NULL,
    changed      INTEGER NOT NULL,
    held         INTEGER NOT NULL,
    held_cost    TEXT NOT NULL,
    PRIMARY KEY (import_id, period, currency)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_effect_period ON import_effect (period);
INSERT INTO import_effect
SELECT import_id, period, currency, charges, billed, 0, '0', 0, held, held_cost FROM import_total;

-- Every change of state, each with the hash of the one before it.
CREATE TABLE audit (
    seq       INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    os_user   TEXT NOT NULL,
    actor     TEXT,
    command   TEXT NOT NULL,
    action    TEXT NOT NULL,
    subject   TEXT NOT NULL,
    import_id INTEGER REFERENCES import (id),
    period    INTEGER REFERENCES period (key),
    before    TEXT,
    after     TEXT,
    previous  TEXT NOT NULL CHECK (length(previous) = 64),
    hash      TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX audit_period ON audit (period) WHERE period IS NOT NULL;

-- part: the file of an import that has several. billed_in: the month in which a charge counts, if that is not its billing period. correction: 1 is
-- the reversal of the charge that it corrects, 2 what came in its place or is new. superseded_by:
-- the import whose delivery no longer has the charge.
ALTER TABLE charge ADD COLUMN part INTEGER;
ALTER TABLE charge ADD COLUMN billed_in INTEGER REFERENCES period (key);
ALTER TABLE charge ADD COLUMN correction INTEGER;
ALTER TABLE charge ADD COLUMN corrects INTEGER REFERENCES charge (id);
ALTER TABLE charge ADD COLUMN superseded_by INTEGER REFERENCES import (id);
CREATE INDEX charge_corrects ON charge (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX charge_superseded ON charge (superseded_by) WHERE superseded_by IS NOT NULL;

CREATE VIEW focus_charge_history AS
SELECT
    c.id AS x_ChargeId,
    i.source AS x_Source,
    c.import_id AS x_ImportId,
    coalesce((SELECT name FROM import_file WHERE import_id = c.import_id AND part = c.part),
             i.file_name) AS x_FileName,
    nullif(c.line, 0) AS x_Line,
    printf('%04d-%02d', c.period / 12, c.period % 12 + 1) AS x_BillingPeriod,
    printf('%04d-%02d-01T00:00:00Z', c.period / 12, c.period % 12 + 1) AS BillingPeriodStart,
    printf('%04d-%02d-01T00:00:00Z', (c.period + 1) / 12, (c.period + 1) % 12 + 1)
        AS BillingPeriodEnd,
    strftime('%Y-%m-%dT%H:%M:%S', c.start, 'unixepoch')
        || CASE WHEN c.start_nanoseconds IS NULL THEN ''
                ELSE rtrim(printf('.%09d', c.start_nanoseconds), '0') END || 'Z'
        AS ChargePeriodStart,
    strftime('%Y-%m-%dT%H:%M:%S', c.end, 'unixepoch')
        || CASE WHEN c.end_nanoseconds IS NULL THEN ''
                ELSE rtrim(printf('.%09d', c.end_nanoseconds), '0') END || 'Z'
        AS ChargePeriodEnd,
    c.billed_cost AS BilledCost,
    c.list_cost AS ListCost,
    c.contracted_cost AS ContractedCost,
    c.effective_cost AS EffectiveCost,
    c.currency AS BillingCurrency,
    c.consumed_quantity AS ConsumedQuantity,
    (SELECT text FROM name WHERE id = c.consumed_unit) AS ConsumedUnit,
    (SELECT text FROM name WHERE id = c.charge_category) AS ChargeCategory,
    CASE WHEN c.correction IS NULL THEN (SELECT text FROM name WHERE id = c.charge_class)
         ELSE 'Correction' END AS ChargeClass,
    (SELECT text FROM name WHERE id = c.charge_description) AS ChargeDescription,
    (SELECT text FROM name WHERE id = c.service_name) AS ServiceName,
    (SELECT text FROM name WHERE id = c.service_category) AS ServiceCategory,
    c.resource_id AS ResourceId,
    c.resource_name AS ResourceName,
    (SELECT text FROM name WHERE id = c.region_id) AS RegionId,
    (SELECT text FROM name WHERE id = c.sku_id) AS SkuId,
    (SELECT text FROM name WHERE id = c.sub_account_id) AS SubAccountId,
    (SELECT text FROM name WHERE id = c.sub_account_name) AS SubAccountName,
    (SELECT text FROM name WHERE id = c.provider_name) AS ProviderName,
    (SELECT text FROM name WHERE id = c.invoice_id) AS InvoiceId,
    (SELECT tags FROM tag_set WHERE id = c.tag_set) AS Tags,
    (SELECT fault FROM tag_set WHERE id = c.tag_set) AS x_TagsFault,
    a.pi_email AS x_PiEmail,
    a.project_id AS x_ProjectId,
    a.fund_org AS x_FundOrg,
    a.cost_center AS x_CostCenter,
    a.account_code AS x_AccountCode,
    a.reference_1 AS x_Reference1,
    a.reference_2 AS x_Reference2,
    a.end_date AS x_EndDate,
    a.reconciliation_end AS x_ReconciliationEnd,
    c.flags <> 0 AS x_Held,
    rtrim(
        CASE WHEN c.flags & 1 THEN 'missing_pi_email,' ELSE '' END ||
        CASE WHEN c.flags & 2 THEN 'missing_project_id,' ELSE '' END ||
        CASE WHEN c.flags & 4 THEN 'missing_fund_org,' ELSE '' END ||
        CASE WHEN c.flags & 8 THEN 'invalid_fund_org,' ELSE '' END ||
        CASE WHEN c.flags & 16 THEN 'invalid_tags,' ELSE '' END ||
        CASE WHEN c.flags & 32 THEN 'pattern_match,' ELSE '' END ||
        CASE WHEN c.flags & 64 THEN 'period_mismatch,' ELSE '' END ||
        CASE WHEN c.flags & 128 THEN 'possible_duplicate,' ELSE '' END, ',') AS x_Flags,
    printf('%04d-%02d', ifnull(c.billed_in, c.period) / 12, ifnull(c.billed_in, c.period) % 12 + 1)
        AS x_BilledIn,
    CASE c.correction WHEN 1 THEN 'reversal' WHEN 2 THEN 'correction' END AS x_Correction,
    c.corrects AS x_CorrectsChargeId,
    c.superseded_by AS x_SupersededByImportId
FROM charge AS c
JOIN import AS i ON i.id = c.import_id
LEFT JOIN attribution AS a ON a.id = c.attribution;

CREATE VIEW focus_charges AS
SELECT
    x_ChargeId, x_Source, x_ImportId, x_FileName, x_Line, x_BillingPeriod, BillingPeriodStart,
    BillingPeriodEnd, ChargePeriodStart, ChargePeriodEnd, BilledCost, ListCost, ContractedCost,
    EffectiveCost, BillingCurrency, ConsumedQuantity, ConsumedUnit, ChargeCategory, ChargeClass,
    ChargeDescription, ServiceName, ServiceCategory, ResourceId, ResourceName, RegionId, SkuId,
    SubAccountId, SubAccountName, ProviderName, InvoiceId, Tags, x_TagsFault, x_PiEmail,
    x_ProjectId, x_FundOrg, x_CostCenter, x_AccountCode, x_Reference1, x_Reference2, x_EndDate,
    x_ReconciliationEnd, x_Held, x_Flags, x_BilledIn, x_Correction, x_CorrectsChargeId
FROM focus_charge_history WHERE x_SupersededByImportId IS NULL;
