#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/statements/issued_statement.hpp"

namespace focus_billing {

/// Issued statements as a table, as CSV and as JSON.
[[nodiscard]] std::string issued_list_text(const std::vector<IssuedStatement>& versions);
[[nodiscard]] std::string issued_list_csv(const std::vector<IssuedStatement>& versions);
[[nodiscard]] std::string issued_list_json(const std::vector<IssuedStatement>& versions);

/// What a run of `statements` did, for a person and for a machine.
[[nodiscard]] std::string statement_run_text(const StatementRun& run);
[[nodiscard]] std::string statement_run_json(const StatementRun& run);

}  // namespace focus_billing
