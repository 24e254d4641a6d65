#pragma once

#include "focus_billing/render/page_fields.hpp"
#include "focus_billing/render/statement_view.hpp"

namespace focus_billing {

/// What the template of a run's summary may use.
void add_summary_fields(PageFields& fields, const SummaryView& view, const StatementLook& look);

}  // namespace focus_billing
