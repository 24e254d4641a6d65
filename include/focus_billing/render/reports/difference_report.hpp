#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/imports/delivery_difference.hpp"

namespace focus_billing {

/// How many rows a report shows that was not asked for all.
inline constexpr std::uint64_t usual_differences = 20;

/// Counts and net cost by month and currency, and a table of the rows; empty if there are none.
[[nodiscard]] std::string difference_text(const std::vector<DifferenceTotal>& totals,
                                          const Differences& differences,
                                          std::optional<std::uint64_t> limit);

}  // namespace focus_billing
