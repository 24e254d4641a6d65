#pragma once

#include <functional>

#include "focus_billing/model/audit.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

/// Recomputes from the stored rows all that must hold of a database, in one state of it, and hands
/// on a line for each: the file and the audit trail first, then imports, months and charges, by
/// number and date. Memory grows with the number of imports, not of charges. `on_step` is called
/// now and then; what it throws ends the check.
///
/// Throws Error: FB559 (environment) if the tables are those of an older version, and those of
/// Database. What is wrong with the content of the database is not thrown, but in the lines.
void check_database(const Transaction& transaction,
                    const std::function<void(CheckLine line)>& on_line,
                    const std::function<void()>& on_step);

/// The same within a transaction of the caller. Throws SQLite::Exception.
void run_checks(const Transaction& transaction, const std::function<void(CheckLine line)>& on_line,
                const std::function<void()>& on_step);

}  // namespace focus_billing
