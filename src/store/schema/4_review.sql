-- Version 4: what reviewers decide, what decided each payer, what is carried into a later month.

DROP VIEW focus_charges;
DROP VIEW focus_charge_history;

-- review: the entry of the audit trail by which a reviewer moved or credited charges of a month that
-- is not open. Such an import has no file; it belongs to the one that it mends.
ALTER TABLE import ADD COLUMN review INTEGER REFERENCES audit (seq);

DROP TRIGGER import_period_kept;
DROP TRIGGER import_period_unchanged;
DROP TRIGGER import_period_stays;
CREATE TABLE new_import_period (
    period        INTEGER NOT NULL REFERENCES period (key),
    import_id     INTEGER NOT NULL REFERENCES import (id),
    kind          TEXT NOT NULL
        CHECK (kind IN ('first', 'snapshot', 'revision', 'replacement', 'addition', 'mend',
                        'review')),
    superseded_by INTEGER REFERENCES import (id),
    PRIMARY KEY (period, import_id)
) STRICT, WITHOUT ROWID;
INSERT INTO new_import_period SELECT period, import_id, kind, superseded_by FROM import_period;
DROP TABLE import_period;
ALTER TABLE new_import_period RENAME TO import_period;
CREATE TRIGGER import_period_kept BEFORE INSERT ON import_period
WHEN EXISTS (SELECT 1 FROM import_period
             WHERE period = NEW.period AND import_id = NEW.import_id)
BEGIN SELECT RAISE(ABORT, 'the period of an import is never replaced'); END;
CREATE TRIGGER import_period_unchanged BEFORE UPDATE ON import_period
WHEN OLD.superseded_by IS NOT NULL OR NEW.superseded_by IS NULL OR NEW.period <> OLD.period
    OR NEW.import_id <> OLD.import_id OR NEW.kind <> OLD.kind
BEGIN SELECT RAISE(ABORT, 'an import is superseded once in a period, and stays so'); END;
CREATE TRIGGER import_period_stays BEFORE DELETE ON import_period
BEGIN SELECT RAISE(ABORT, 'the period of an import is never removed'); END;


-- What decided each text of an attribution, as a JSON object.
ALTER TABLE attribution ADD COLUMN origins TEXT;

-- What a reviewer decided of a charge, and what the charge was like then. attribution: who pays, if
-- it was reassigned. audit: the entry of the command, with time, user and actor. ended_by: the one
-- of the command that ended the decision, if one did.
CREATE TABLE decision (
    id               INTEGER PRIMARY KEY,
    audit            INTEGER NOT NULL REFERENCES audit (seq),
    charge_id        INTEGER NOT NULL REFERENCES charge (id),
    verdict          TEXT NOT NULL CHECK (verdict IN ('approve', 'reject', 'reassign')),
    attribution      INTEGER REFERENCES attribution (id),
    note             TEXT,
    seen_content     BLOB NOT NULL,
    seen_flags       INTEGER NOT NULL,
    seen_attribution INTEGER REFERENCES attribution (id),
    ended_by         INTEGER REFERENCES audit (seq),
    ending           TEXT CHECK (ending IN ('withdrawn', 'replaced', 'revised')),
    ending_note      TEXT,
    CHECK ((verdict = 'reassign') = (attribution IS NOT NULL)),
    CHECK ((ended_by IS NULL) = (ending IS NULL))
) STRICT;
CREATE INDEX decision_charge ON decision (charge_id);
CREATE INDEX decision_audit ON decision (audit);

-- By how much the flagged charges of a month grew when its payers were found anew.
CREATE TABLE attribution_effect (
    audit        INTEGER NOT NULL REFERENCES audit (seq),
    period       INTEGER NOT NULL REFERENCES period (key),
    currency     TEXT NOT NULL,
    flagged      INTEGER NOT NULL,
    flagged_cost TEXT NOT NULL,
    PRIMARY KEY (audit, period, currency)
) STRICT, WITHOUT ROWID;
CREATE INDEX attribution_effect_period ON attribution_effect (period);

-- decision: the one that stands; without one, a charge that has flags is held. carried_into: the
-- month in which a charge counts that was held when its own month was closed, and decided later.
ALTER TABLE charge ADD COLUMN decision INTEGER REFERENCES decision (id);
ALTER TABLE charge ADD COLUMN carried_into INTEGER REFERENCES period (key);
CREATE INDEX charge_decision ON charge (decision) WHERE decision IS NOT NULL;
CREATE INDEX charge_carried ON charge (carried_into) WHERE carried_into IS NOT NULL;

CREATE TRIGGER charge_decided BEFORE UPDATE OF decision, carried_into ON charge
WHEN (SELECT status FROM period WHERE key = coalesce(OLD.carried_into, OLD.billed_in, OLD.period))
        IS NOT 'open'
    AND NOT (OLD.carried_into IS NULL AND NEW.carried_into IS NOT NULL AND OLD.flags <> 0
             AND OLD.decision IS NULL AND NEW.decision IS NOT NULL)
BEGIN SELECT RAISE(ROLLBACK, 'a charge of a period that is not open is never decided again'); END;
CREATE TRIGGER charge_carried_once BEFORE UPDATE OF decision, carried_into ON charge
WHEN NEW.carried_into IS NOT OLD.carried_into AND CASE
        WHEN NEW.carried_into IS NULL THEN NEW.decision IS NOT NULL
        ELSE OLD.carried_into IS NOT NULL OR NEW.decision IS NULL OR OLD.superseded_by IS NOT NULL
             OR (SELECT status FROM period WHERE key = NEW.carried_into) IS NOT 'open'
             OR (SELECT status FROM period WHERE key = ifnull(OLD.billed_in, OLD.period))
                IS 'open' END
    OR NEW.carried_into IS NOT NULL AND NEW.decision IS NULL
BEGIN SELECT RAISE(ROLLBACK, 'a held charge of a closed period is carried by its decision alone'); END;
CREATE TRIGGER charge_decision_stands BEFORE UPDATE OF decision ON charge
WHEN NEW.decision IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM decision WHERE id = NEW.decision AND ended_by IS NULL)
BEGIN SELECT RAISE(ROLLBACK, 'a decision that has ended decides nothing'); END;

CREATE TRIGGER decision_kept BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.id) OR NEW.ended_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a decision begins as one that stands, and is never replaced'); END;
CREATE TRIGGER decision_unchanged BEFORE UPDATE ON decision
WHEN OLD.ended_by IS NOT NULL OR NEW.ended_by IS NULL OR NEW.id <> OLD.id
    OR NEW.audit <> OLD.audit OR NEW.charge_id <> OLD.charge_id OR NEW.verdict <> OLD.verdict
    OR NEW.attribution IS NOT OLD.attribution OR NEW.note IS NOT OLD.note
    OR NEW.seen_content <> OLD.seen_content OR NEW.seen_flags <> OLD.seen_flags
    OR NEW.seen_attribution IS NOT OLD.seen_attribution
BEGIN SELECT RAISE(ABORT, 'a decision is ended once, and never changed'); END;
CREATE TRIGGER decision_stays BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is never removed'); END;

CREATE TRIGGER attribution_effect_kept BEFORE INSERT ON attribution_effect
WHEN EXISTS (SELECT 1 FROM attribution_effect WHERE audit = NEW.audit AND period = NEW.period AND currency = NEW.currency)
BEGIN SELECT RAISE(ABORT, 'the effect of an attribution is never replaced'); END;
CREATE TRIGGER attribution_effect_unchanged BEFORE UPDATE ON attribution_effect
BEGIN SELECT RAISE(ABORT, 'the effect of an attribution is never changed'); END;
CREATE TRIGGER attribution_effect_stays BEFORE DELETE ON attribution_effect
BEGIN SELECT RAISE(ABORT, 'the effect of an attribution is never removed'); END;

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
    c.flags <> 0 AND c.decision IS NULL AS x_Held,
    rtrim(
        CASE WHEN c.flags & 1 THEN 'missing_pi_email,' ELSE '' END ||
        CASE WHEN c.flags & 2 THEN 'missing_project_id,' ELSE '' END ||
        CASE WHEN c.flags & 4 THEN 'missing_fund_org,' ELSE '' END ||
        CASE WHEN c.flags & 8 THEN 'invalid_fund_org,' ELSE '' END ||
        CASE WHEN c.flags & 16 THEN 'invalid_tags,' ELSE '' END ||
        CASE WHEN c.flags & 32 THEN 'pattern_match,' ELSE '' END ||
        CASE WHEN c.flags & 64 THEN 'period_mismatch,' ELSE '' END ||
        CASE WHEN c.flags & 128 THEN 'possible_duplicate,' ELSE '' END ||
        CASE WHEN c.flags & 256 THEN 'revised_after_decision,' ELSE '' END ||
        CASE WHEN c.flags & 512 THEN 'fund_org_closed,' ELSE '' END ||
        CASE WHEN c.flags & 1024 THEN 'project_ended,' ELSE '' END ||
        CASE WHEN c.flags & 2048 THEN 'project_closed,' ELSE '' END ||
        CASE WHEN c.flags & 4096 THEN 'pi_ended,' ELSE '' END ||
        CASE WHEN c.flags & 8192 THEN 'invalid_account_code,' ELSE '' END, ',') AS x_Flags,
    printf('%04d-%02d', coalesce(c.carried_into, c.billed_in, c.period) / 12,
           coalesce(c.carried_into, c.billed_in, c.period) % 12 + 1) AS x_BilledIn,
    CASE c.correction WHEN 1 THEN 'reversal' WHEN 2 THEN 'correction' END AS x_Correction,
    c.corrects AS x_CorrectsChargeId,
    d.verdict AS x_Decision,
    c.superseded_by AS x_SupersededByImportId
FROM charge AS c
JOIN import AS i ON i.id = c.import_id
LEFT JOIN decision AS d ON d.id = c.decision
LEFT JOIN attribution AS a ON a.id = ifnull(d.attribution, c.attribution);

CREATE VIEW focus_charges AS
SELECT
    x_ChargeId, x_Source, x_ImportId, x_FileName, x_Line, x_BillingPeriod, BillingPeriodStart,
    BillingPeriodEnd, ChargePeriodStart, ChargePeriodEnd, BilledCost, ListCost, ContractedCost,
    EffectiveCost, BillingCurrency, ConsumedQuantity, ConsumedUnit, ChargeCategory, ChargeClass,
    ChargeDescription, ServiceName, ServiceCategory, ResourceId, ResourceName, RegionId, SkuId,
    SubAccountId, SubAccountName, ProviderName, InvoiceId, Tags, x_TagsFault, x_PiEmail,
    x_ProjectId, x_FundOrg, x_CostCenter, x_AccountCode, x_Reference1, x_Reference2, x_EndDate,
    x_ReconciliationEnd, x_Held, x_Flags, x_BilledIn, x_Correction, x_CorrectsChargeId,
    x_Decision
FROM focus_charge_history WHERE x_SupersededByImportId IS NULL;
