#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// Whether a format consists of YYYY, YY, MM, MON (JAN ... DEC) and DD, with `times` also hh, mm
/// and ss, at least one of them, separated by characters other than letters.
[[nodiscard]] bool is_date_format(std::string_view format, bool times);

/// A day `2025-01-31` or a time `2025-02-05T06:00:00Z` in a format.
[[nodiscard]] std::string formatted_date(std::string_view date, std::string_view format);

}  // namespace focus_billing
