#pragma once

#include <functional>
#include <string>

#include "focus_billing/model/audit.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

/// Copies the database into the empty file `copy`, as it is at this moment, whatever other commands
/// write meanwhile. The one file is all of the copy, and can be opened like any database. Calls
/// `on_step` now and then; what it throws ends the copying.
///
/// Throws Error: FB903 (environment) if the copy cannot be written, with `name` as the place, and
/// those of Database.
void backup_database(const Transaction& transaction, const std::string& copy,
                     const std::string& name, const std::function<void()>& on_step);

/// What a copy holds, but for its place and size. Throws the errors of Database.
[[nodiscard]] BackupRecord query_backup(const Transaction& transaction);

}  // namespace focus_billing
