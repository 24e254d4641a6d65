-- Version 1: imports and their charges. A step makes version N of version N - 1, the first one in
-- an empty file. A step that was released is never changed.
--
-- In all steps: periods are months counted from the year 0 (year * 12 + month - 1); instants are
-- seconds since 1970 in UTC, with nanoseconds beside them where there are any; amounts are
-- canonical decimals. A new step makes tables, indexes and triggers only: the views that are in
-- force stand in views.sql, and those of the steps below 7 are what they once were.

CREATE TABLE period (
    key       INTEGER PRIMARY KEY,
    status    TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed', 'finalized')),
    opened_at TEXT NOT NULL
) STRICT;

CREATE TABLE import (
    id           INTEGER PRIMARY KEY,
    source       TEXT NOT NULL,
    file_name    TEXT NOT NULL,
    sha256       TEXT NOT NULL CHECK (length(sha256) = 64),
    file_size    INTEGER NOT NULL,
    cost         TEXT NOT NULL CHECK (cost IN ('billed', 'effective')),
    rows_read    INTEGER NOT NULL,
    stored       INTEGER NOT NULL,
    unchanged    INTEGER NOT NULL DEFAULT 0,
    rejected     INTEGER NOT NULL,
    held         INTEGER NOT NULL,
    first_charge INTEGER,
    last_charge  INTEGER,
    imported_at  TEXT NOT NULL,
    os_user      TEXT NOT NULL,
    actor        TEXT,
    CHECK (rows_read = stored + unchanged + rejected)
) STRICT;

CREATE TABLE import_total (
    import_id  INTEGER NOT NULL REFERENCES import (id),
    period     INTEGER NOT NULL REFERENCES period (key),
    currency   TEXT NOT NULL,
    charges    INTEGER NOT NULL,
    billed     TEXT NOT NULL,
    list       TEXT,
    effective  TEXT,
    held       INTEGER NOT NULL,
    held_cost  TEXT NOT NULL,
    PRIMARY KEY (import_id, period, currency)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_total_period ON import_total (period);

CREATE TABLE name (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE tag_set (
    id    INTEGER PRIMARY KEY,
    tags  TEXT NOT NULL,
    fault TEXT
) STRICT;

CREATE TABLE attribution (
    id                 INTEGER PRIMARY KEY,
    pi_email           TEXT,
    project_id         TEXT,
    fund_org           TEXT,
    cost_center        TEXT,
    account_code       TEXT,
    reference_1        TEXT,
    reference_2        TEXT,
    end_date           TEXT,
    reconciliation_end TEXT
) STRICT;

CREATE TABLE charge (
    id                 INTEGER PRIMARY KEY,
    import_id          INTEGER NOT NULL REFERENCES import (id),
    line               INTEGER NOT NULL,
    period             INTEGER NOT NULL REFERENCES period (key),
    flags              INTEGER NOT NULL,
    attribution        INTEGER REFERENCES attribution (id),
    tag_set            INTEGER REFERENCES tag_set (id),
    start              INTEGER,
    start_nanoseconds  INTEGER,
    end                INTEGER,
    end_nanoseconds    INTEGER,
    billed_cost        TEXT NOT NULL,
    list_cost          TEXT,
    contracted_cost    TEXT,
    effective_cost     TEXT,
    consumed_quantity  TEXT,
    currency           TEXT NOT NULL,
    resource_id        TEXT,
    resource_name      TEXT,
    charge_category    INTEGER REFERENCES name (id),
    charge_class       INTEGER REFERENCES name (id),
    charge_description INTEGER REFERENCES name (id),
    service_name       INTEGER REFERENCES name (id),
    service_category   INTEGER REFERENCES name (id),
    region_id          INTEGER REFERENCES name (id),
    sku_id             INTEGER REFERENCES name (id),
    sub_account_id     INTEGER REFERENCES name (id),
    sub_account_name   INTEGER REFERENCES name (id),
    provider_name      INTEGER REFERENCES name (id),
    invoice_id         INTEGER REFERENCES name (id),
    consumed_unit      INTEGER REFERENCES name (id),
    content_hash       BLOB NOT NULL
) STRICT;

CREATE VIEW focus_charges AS
SELECT
    c.id AS x_ChargeId,
    i.source AS x_Source,
    c.import_id AS x_ImportId,
    i.file_name AS x_FileName,
    c.line AS x_Line,
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
    (SELECT text FROM name WHERE id = c.charge_class) AS ChargeClass,
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
        CASE WHEN c.flags & 64 THEN 'period_mismatch,' ELSE '' END, ',') AS x_Flags
FROM charge AS c
JOIN import AS i ON i.id = c.import_id
LEFT JOIN attribution AS a ON a.id = c.attribution;
