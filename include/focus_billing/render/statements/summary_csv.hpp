#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/model/statements/statement_summary.hpp"

namespace focus_billing {

/// All tables of a summary as one CSV (RFC 4180): `table` tells them apart, keys that a table does
/// not have are empty.
[[nodiscard]] std::string summary_csv(const StatementSummary& summary);

/// `draft`, `issued` by this run, or `unchanged`.
[[nodiscard]] std::string_view index_status(const IndexRow& row);

/// One row for each statement of a run.
[[nodiscard]] std::string index_csv(const std::vector<IndexRow>& index);

/// A summary as JSON: its tables, whose rows have their keys as members, and its index. Amounts are
/// strings, null stands for an empty text.
[[nodiscard]] std::string summary_json(const StatementSummary& summary);

/// A statement of a run; null for the number and the version of a draft.
[[nodiscard]] Json index_row_json(const IndexRow& row);

}  // namespace focus_billing
