-- Version 3: triggers that keep what is stored from being changed, by hand too. They use nothing
-- but built-in functions, so that the sqlite3 shell can write. They look for an existing id before
-- an INSERT, since INSERT OR REPLACE passes by the triggers on DELETE; and a change of the id is
-- looked for in the values, since `SET rowid` passes by UPDATE OF id. Those of tables with many
-- rows undo the whole transaction: undoing one statement alone would take a journal for each.

CREATE TRIGGER charge_kept BEFORE INSERT ON charge
WHEN EXISTS (SELECT 1 FROM charge WHERE id = NEW.id)
BEGIN SELECT RAISE(ROLLBACK, 'a charge is never replaced'); END;
CREATE TRIGGER charge_locked BEFORE INSERT ON charge
WHEN (SELECT status FROM period WHERE key = ifnull(NEW.billed_in, NEW.period)) IS NOT 'open'
BEGIN SELECT RAISE(ROLLBACK, 'a charge can be added to an open period only'); END;
CREATE TRIGGER charge_unchanged BEFORE UPDATE OF
    id, import_id, part, line, period, tag_set, start, start_nanoseconds, "end", end_nanoseconds,
    billed_cost, list_cost, contracted_cost, effective_cost, consumed_quantity, currency,
    resource_id, resource_name, charge_category, charge_class, charge_description, service_name,
    service_category, region_id, sku_id, sub_account_id, sub_account_name, provider_name,
    invoice_id, consumed_unit, content_hash, billed_in, correction, corrects
ON charge
BEGIN SELECT RAISE(ABORT, 'a charge is never changed'); END;
CREATE TRIGGER charge_id_unchanged BEFORE UPDATE ON charge
WHEN NEW.id <> OLD.id
BEGIN SELECT RAISE(ROLLBACK, 'a charge is never changed'); END;
CREATE TRIGGER charge_frozen BEFORE UPDATE OF flags, attribution, superseded_by ON charge
WHEN (SELECT status FROM period WHERE key = ifnull(OLD.billed_in, OLD.period)) IS NOT 'open'
BEGIN SELECT RAISE(ROLLBACK, 'a charge of a period that is not open is never changed'); END;
CREATE TRIGGER charge_superseded_once BEFORE UPDATE OF superseded_by ON charge
WHEN OLD.superseded_by IS NOT NULL OR NEW.superseded_by IS NULL
BEGIN SELECT RAISE(ROLLBACK, 'a charge is superseded once, and stays so'); END;
CREATE TRIGGER charge_stays BEFORE DELETE ON charge
BEGIN SELECT RAISE(ROLLBACK, 'a charge is never removed'); END;

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

CREATE TRIGGER period_kept BEFORE INSERT ON period
WHEN NEW.status <> 'open' OR EXISTS (SELECT 1 FROM period WHERE key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'a period begins open, and is never replaced'); END;
CREATE TRIGGER period_unchanged BEFORE UPDATE ON period
WHEN NEW.key <> OLD.key OR NEW.opened_at <> OLD.opened_at
BEGIN SELECT RAISE(ABORT, 'the month and the opening of a period are never changed'); END;
CREATE TRIGGER period_stays BEFORE DELETE ON period
BEGIN SELECT RAISE(ABORT, 'a period is never removed'); END;
CREATE TRIGGER period_on_record BEFORE UPDATE OF status ON period
WHEN (OLD.status || ' ' || NEW.status) NOT IN ('open closed', 'closed open', 'closed finalized')
    OR (SELECT action FROM audit
        WHERE period = OLD.key AND action IN ('open', 'close', 'reopen', 'finalize')
        ORDER BY seq DESC LIMIT 1)
       IS NOT CASE NEW.status WHEN 'closed' THEN 'close' WHEN 'open' THEN 'reopen'
                              ELSE 'finalize' END
BEGIN SELECT RAISE(ABORT, 'the status of a period changes by focus-billing periods alone'); END;

CREATE TRIGGER audit_chained BEFORE INSERT ON audit
WHEN NEW.seq <> (SELECT ifnull(max(seq), 0) + 1 FROM audit)
    OR NEW.previous <> ifnull((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1),
                              printf('%064d', 0))
BEGIN SELECT RAISE(ABORT, 'an entry of the audit trail continues the last one'); END;

CREATE TRIGGER import_kept BEFORE INSERT ON import
WHEN EXISTS (SELECT 1 FROM import WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an import is never replaced'); END;
CREATE TRIGGER import_unchanged BEFORE UPDATE ON import
BEGIN SELECT RAISE(ABORT, 'an import is never changed'); END;
CREATE TRIGGER import_stays BEFORE DELETE ON import
BEGIN SELECT RAISE(ABORT, 'an import is never removed'); END;

CREATE TRIGGER import_total_kept BEFORE INSERT ON import_total
WHEN EXISTS (SELECT 1 FROM import_total WHERE import_id = NEW.import_id AND period = NEW.period AND currency = NEW.currency)
BEGIN SELECT RAISE(ABORT, 'the total of an import is never replaced'); END;
CREATE TRIGGER import_total_unchanged BEFORE UPDATE ON import_total
BEGIN SELECT RAISE(ABORT, 'the total of an import is never changed'); END;
CREATE TRIGGER import_total_stays BEFORE DELETE ON import_total
BEGIN SELECT RAISE(ABORT, 'the total of an import is never removed'); END;

CREATE TRIGGER import_effect_kept BEFORE INSERT ON import_effect
WHEN EXISTS (SELECT 1 FROM import_effect WHERE import_id = NEW.import_id AND period = NEW.period AND currency = NEW.currency)
BEGIN SELECT RAISE(ABORT, 'the effect of an import is never replaced'); END;
CREATE TRIGGER import_effect_unchanged BEFORE UPDATE ON import_effect
BEGIN SELECT RAISE(ABORT, 'the effect of an import is never changed'); END;
CREATE TRIGGER import_effect_stays BEFORE DELETE ON import_effect
BEGIN SELECT RAISE(ABORT, 'the effect of an import is never removed'); END;

CREATE TRIGGER import_file_kept BEFORE INSERT ON import_file
WHEN EXISTS (SELECT 1 FROM import_file WHERE import_id = NEW.import_id AND part = NEW.part)
BEGIN SELECT RAISE(ABORT, 'a file of an import is never replaced'); END;
CREATE TRIGGER import_file_unchanged BEFORE UPDATE ON import_file
BEGIN SELECT RAISE(ABORT, 'a file of an import is never changed'); END;
CREATE TRIGGER import_file_stays BEFORE DELETE ON import_file
BEGIN SELECT RAISE(ABORT, 'a file of an import is never removed'); END;

CREATE TRIGGER import_rejected_kept BEFORE INSERT ON import_rejected
WHEN EXISTS (SELECT 1 FROM import_rejected WHERE import_id = NEW.import_id AND currency = NEW.currency)
BEGIN SELECT RAISE(ABORT, 'the rejected cost of an import is never replaced'); END;
CREATE TRIGGER import_rejected_unchanged BEFORE UPDATE ON import_rejected
BEGIN SELECT RAISE(ABORT, 'the rejected cost of an import is never changed'); END;
CREATE TRIGGER import_rejected_stays BEFORE DELETE ON import_rejected
BEGIN SELECT RAISE(ABORT, 'the rejected cost of an import is never removed'); END;

CREATE TRIGGER name_kept BEFORE INSERT ON name
WHEN EXISTS (SELECT 1 FROM name WHERE id = NEW.id)
BEGIN SELECT RAISE(ROLLBACK, 'a stored text is never replaced'); END;
CREATE TRIGGER name_unchanged BEFORE UPDATE ON name
BEGIN SELECT RAISE(ROLLBACK, 'a stored text is never changed'); END;
CREATE TRIGGER name_stays BEFORE DELETE ON name
BEGIN SELECT RAISE(ROLLBACK, 'a stored text is never removed'); END;

CREATE TRIGGER tag_set_kept BEFORE INSERT ON tag_set
WHEN EXISTS (SELECT 1 FROM tag_set WHERE id = NEW.id)
BEGIN SELECT RAISE(ROLLBACK, 'stored tags are never replaced'); END;
CREATE TRIGGER tag_set_unchanged BEFORE UPDATE ON tag_set
BEGIN SELECT RAISE(ROLLBACK, 'stored tags are never changed'); END;
CREATE TRIGGER tag_set_stays BEFORE DELETE ON tag_set
BEGIN SELECT RAISE(ROLLBACK, 'stored tags are never removed'); END;

CREATE TRIGGER attribution_kept BEFORE INSERT ON attribution
WHEN EXISTS (SELECT 1 FROM attribution WHERE id = NEW.id)
BEGIN SELECT RAISE(ROLLBACK, 'a stored payer is never replaced'); END;
CREATE TRIGGER attribution_unchanged BEFORE UPDATE ON attribution
BEGIN SELECT RAISE(ROLLBACK, 'a stored payer is never changed'); END;
CREATE TRIGGER attribution_stays BEFORE DELETE ON attribution
BEGIN SELECT RAISE(ROLLBACK, 'a stored payer is never removed'); END;

CREATE TRIGGER configuration_kept BEFORE INSERT ON configuration
WHEN EXISTS (SELECT 1 FROM configuration WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a configuration that was used is never replaced'); END;
CREATE TRIGGER configuration_unchanged BEFORE UPDATE ON configuration
BEGIN SELECT RAISE(ABORT, 'a configuration that was used is never changed'); END;
CREATE TRIGGER configuration_stays BEFORE DELETE ON configuration
BEGIN SELECT RAISE(ABORT, 'a configuration that was used is never removed'); END;

CREATE TRIGGER audit_kept BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'an entry of the audit trail is never replaced'); END;
CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'an entry of the audit trail is never changed'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'an entry of the audit trail is never removed'); END;
