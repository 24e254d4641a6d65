#pragma once

#include "focus_billing/cli/statement_maker.hpp"
#include "focus_billing/model/occasion.hpp"
#include "focus_billing/model/statement_look.hpp"
#include "focus_billing/model/statement_run.hpp"

namespace focus_billing {

/// Issues each statement that was never issued, or whose substance is not that of its latest
/// version, in one transaction, and tells in `run` what was done.
void issue_statements(MonthStatements& month, StatementMaker& maker, const StatementLook& look,
                      const Occasion& occasion, StatementRun& run);

}  // namespace focus_billing
