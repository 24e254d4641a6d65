#pragma once

#include <string>

#include "focus_billing/model/backup_record.hpp"

namespace focus_billing {

/// Tells a person what was copied.
[[nodiscard]] std::string backup_text(const BackupRecord& backup);

}  // namespace focus_billing
