#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "focus_billing/model/statements/statement_summary.hpp"

namespace focus_billing {

/// A summary as JSON: its tables, whose rows have their keys as members, and its index. Amounts are
/// strings, null stands for an empty text.
[[nodiscard]] std::string summary_json(const StatementSummary& summary);

/// A statement of a run; null for the number and the version of a draft.
[[nodiscard]] nlohmann::ordered_json index_row_json(const IndexRow& row);

}  // namespace focus_billing
