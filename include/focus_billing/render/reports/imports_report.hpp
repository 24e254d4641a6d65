#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/imports/import_record.hpp"

namespace focus_billing {

/// A table, one import after the other, with the billed cost of each currency.
[[nodiscard]] std::string imports_text(const std::vector<ImportRecord>& imports);

/// All that is known of one import, and `difference`, the text of what it changed, or nothing.
[[nodiscard]] std::string import_text(const ImportRecord& import, const FlagCounts& flags,
                                      const std::string& difference);

}  // namespace focus_billing
