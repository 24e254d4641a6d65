#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/imports/delivery.hpp"
#include "focus_billing/model/imports/import_record.hpp"

namespace focus_billing {

/// The whole output of `imports list --json`. Amounts are strings, exact to the last digit.
[[nodiscard]] std::string imports_json(const std::vector<ImportRecord>& imports);

/// The whole output of `imports show --json`.
[[nodiscard]] std::string import_json(const ImportRecord& import, const FlagCounts& flags,
                                      const std::vector<DifferenceTotal>& totals,
                                      const Differences& differences);

/// A table, one import after the other, with the billed cost of each currency.
[[nodiscard]] std::string imports_text(const std::vector<ImportRecord>& imports);

/// All that is known of one import, and `difference`, the text of what it changed, or nothing.
[[nodiscard]] std::string import_text(const ImportRecord& import, const FlagCounts& flags,
                                      const std::string& difference);

}  // namespace focus_billing
