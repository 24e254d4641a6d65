#pragma once

#include "focus_billing/model/statements/statement_style.hpp"
#include "focus_billing/model/statements/statement_summary.hpp"
#include "render/html/page_fields.hpp"

namespace focus_billing {

/// What the template of a run's index may use. Amounts are formatted, paths are links.
void add_index_fields(PageFields& fields, const StatementSummary& summary,
                      const StatementLook& look);

}  // namespace focus_billing
