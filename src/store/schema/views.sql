-- The views in force. They are dropped and made again, in the same transaction, whenever a database
-- is made or gets a newer schema version. One that has the newest version is not touched when it is
-- opened: a change here comes with a new step, which may be a comment alone. A step that changes
-- what a view reads drops the view first.

DROP VIEW IF EXISTS journaled_posting;
DROP VIEW IF EXISTS journal_state;
DROP VIEW IF EXISTS focus_charges;
DROP VIEW IF EXISTS focus_charge_history;

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
