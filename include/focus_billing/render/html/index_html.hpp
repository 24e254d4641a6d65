#pragma once

#include <string>

#include "focus_billing/model/statements/statement_style.hpp"
#include "focus_billing/model/statements/statement_summary.hpp"

namespace focus_billing {

/// The statements of a run with links to their files and to `summary.html`, as one page that
/// needs nothing else. The look's template, or the built-in one, has passed `check_template`.
[[nodiscard]] std::string index_html(const StatementSummary& summary, const StatementLook& look);

}  // namespace focus_billing
