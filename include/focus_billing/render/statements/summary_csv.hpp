#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/statements/statement_summary.hpp"

namespace focus_billing {

/// All tables of a summary as one CSV (RFC 4180): `table` tells them apart, keys that a table does
/// not have are empty.
[[nodiscard]] std::string summary_csv(const StatementSummary& summary);

/// `draft`, `issued` by this run, or `unchanged`.
[[nodiscard]] std::string_view index_status(const IndexRow& row);

/// One row for each statement of a run.
[[nodiscard]] std::string index_csv(const std::vector<IndexRow>& index);

}  // namespace focus_billing
