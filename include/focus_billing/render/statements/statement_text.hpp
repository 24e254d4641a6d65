#pragma once

#include <string>

#include "focus_billing/model/statements/statement.hpp"
#include "focus_billing/render/statements/page_view.hpp"

namespace focus_billing {

/// Every charge of a statement, unrounded, as CSV (RFC 4180) with a header and nothing else. A
/// draft has neither number nor version.
[[nodiscard]] std::string statement_csv(const Statement& statement);

/// A statement for a terminal: facts, lines and postings; with the charge details, if asked for.
[[nodiscard]] std::string statement_text(const StatementView& view, bool with_details);

}  // namespace focus_billing
