#pragma once

#include <string>

#include "focus_billing/model/backup_record.hpp"

namespace focus_billing {

/// Tells a program what was copied. docs/backup.md explains the fields.
[[nodiscard]] std::string backup_json(const BackupRecord& backup);

}  // namespace focus_billing
