-- Version 7: a charge that was carried into a month that is closed is frozen with it, also when its
-- own month is reopened.

DROP TRIGGER charge_frozen;
CREATE TRIGGER charge_frozen BEFORE UPDATE OF flags, attribution, superseded_by ON charge
WHEN (SELECT status FROM period WHERE key = ifnull(OLD.billed_in, OLD.period)) IS NOT 'open'
    OR OLD.carried_into IS NOT NULL
       AND (SELECT status FROM period WHERE key = OLD.carried_into) IS NOT 'open'
BEGIN SELECT RAISE(ROLLBACK, 'a charge of a period that is not open is never changed'); END;
