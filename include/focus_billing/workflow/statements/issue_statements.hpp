#pragma once

#include <vector>

#include "focus_billing/store/statements/statement_register.hpp"

namespace focus_billing {

/// The issued versions that match. Throws Error FB703 (state) if there are none.
[[nodiscard]] std::vector<IssuedStatement>
find_issued(const Database& database, IssuedStatements& issued, const StatementFilter& filter);

}  // namespace focus_billing
