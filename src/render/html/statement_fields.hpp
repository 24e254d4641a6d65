#pragma once

#include "render/html/page_fields.hpp"
#include "focus_billing/render/statements/statement_view.hpp"

namespace focus_billing {

/// What the template of a statement may use.
void add_statement_fields(PageFields& fields, const StatementView& view, const StatementLook& look);

}  // namespace focus_billing
