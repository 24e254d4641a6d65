#pragma once

#include "focus_billing/render/page_fields.hpp"
#include "focus_billing/render/statement_view.hpp"

namespace focus_billing {

/// What the template of a statement may use.
void add_statement_fields(PageFields& fields, const StatementView& view, const StatementLook& look);

}  // namespace focus_billing
