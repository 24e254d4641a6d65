#pragma once

#include <optional>
#include <string>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/store/database.hpp"

namespace focus_billing {

/// FB507 if `source` already has charges in `period`, by an import that the message names; `file`
/// is the place.
[[nodiscard]] std::optional<Diagnostic> find_second_import(SQLite::Database& database,
                                                           const std::string& source,
                                                           BillingPeriod period,
                                                           const std::string& file);

}  // namespace focus_billing
