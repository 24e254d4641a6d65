#pragma once

#include "focus_billing/model/periods/closing.hpp"
#include "focus_billing/store/database.hpp"

namespace focus_billing {

/// Reads what is to be known before a month is closed, within a transaction of the caller. Throws
/// as read_period_contents does.
[[nodiscard]] ClosingFacts read_closing_facts(Database& database, BillingPeriod period);

/// The imports of a month of which rows were rejected and not mended, by number. The same.
[[nodiscard]] std::vector<UnmendedImport> unmended_imports(SQLite::Database& database,
                                                           BillingPeriod period);

}  // namespace focus_billing
