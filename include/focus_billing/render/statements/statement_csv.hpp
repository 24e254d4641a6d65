#pragma once

#include <string>

#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

/// Every charge of a statement, unrounded, as CSV (RFC 4180) with a header and nothing else. A
/// draft has neither number nor version.
[[nodiscard]] std::string statement_csv(const Statement& statement);

}  // namespace focus_billing
