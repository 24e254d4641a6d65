#pragma once

#include <cstdint>
#include <string>

#include "focus_billing/model/audit.hpp"

namespace focus_billing {

/// A line of a check as a JSON object, on one line. docs/check.md explains the fields.
[[nodiscard]] std::string check_line_json(const CheckLine& line);

/// Tells a person what was copied.
[[nodiscard]] std::string backup_text(const BackupRecord& backup);

/// Tells a program what was copied. docs/backup.md explains the fields.
[[nodiscard]] std::string backup_json(const BackupRecord& backup);

/// `ok      import 3: rows read 14 = stored 10 + unchanged 3 + corrected 0 + rejected 1`, or
/// `FAILED` in place of `ok`.
[[nodiscard]] std::string check_line_text(const CheckLine& line);

/// How many lines there were, and how many failed.
[[nodiscard]] std::string check_summary_text(std::uint64_t lines, std::uint64_t failed);

}  // namespace focus_billing
