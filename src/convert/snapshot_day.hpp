#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// The first day `2025-01-31` or `20250131` in the name of a file, without its folders, as
/// `2025-01-31`; empty if there is none. Digits beside it, or a day that no calendar has, are none.
[[nodiscard]] std::string snapshot_day(std::string_view path);

}  // namespace focus_billing
