#pragma once

#include <cstdint>
#include <string>

#include "focus_billing/model/check_line.hpp"

namespace focus_billing {

/// `ok      import 3: rows read 14 = stored 10 + unchanged 3 + corrected 0 + rejected 1`, or
/// `FAILED` in place of `ok`.
[[nodiscard]] std::string check_line_text(const CheckLine& line);

/// How many lines there were, and how many failed.
[[nodiscard]] std::string check_summary_text(std::uint64_t lines, std::uint64_t failed);

}  // namespace focus_billing
