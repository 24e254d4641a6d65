#include "store/schema.hpp"

namespace focus_billing {

const char* const schema_step_7 = R"sql(
DROP TRIGGER charge_frozen;
CREATE TRIGGER charge_frozen BEFORE UPDATE OF flags, attribution, superseded_by ON charge
WHEN (SELECT status FROM period WHERE key = ifnull(OLD.billed_in, OLD.period)) IS NOT 'open'
    OR OLD.carried_into IS NOT NULL
       AND (SELECT status FROM period WHERE key = OLD.carried_into) IS NOT 'open'
BEGIN SELECT RAISE(ROLLBACK, 'a charge of a period that is not open is never changed'); END;
)sql";

}  // namespace focus_billing
