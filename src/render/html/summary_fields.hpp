#pragma once

#include "render/html/page_fields.hpp"
#include "focus_billing/render/statements/statement_view.hpp"

namespace focus_billing {

/// What the template of a run's summary may use.
void add_summary_fields(PageFields& fields, const SummaryView& view, const StatementLook& look);

}  // namespace focus_billing
