#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/model/imports/delivery.hpp"

namespace focus_billing {

[[nodiscard]] std::string difference_csv_header();

/// One row of a difference, of the file or import that `subject` names.
[[nodiscard]] std::string difference_csv(const std::string& subject, const DifferenceRow& row);

/// `added`, `removed` or `changed`.
[[nodiscard]] std::string_view change_of(const DifferenceRow& row);

/// A row of a difference as a JSON object. Amounts are strings.
[[nodiscard]] Json difference_json(const DifferenceRow& row);

/// The totals of a difference as a JSON array.
[[nodiscard]] Json difference_totals_json(const std::vector<DifferenceTotal>& totals);

/// How many rows a report shows that was not asked for all.
inline constexpr std::uint64_t usual_differences = 20;

/// Counts and net cost by month and currency, and a table of the rows; empty if there are none.
[[nodiscard]] std::string difference_text(const std::vector<DifferenceTotal>& totals,
                                          const Differences& differences,
                                          std::optional<std::uint64_t> limit);

}  // namespace focus_billing
