#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// Whether a format has only YYYY, YY, MM, MON (JAN ... DEC) and DD, with `times` also hh, mm and
/// ss, and at least one of them, between characters that are no letters.
[[nodiscard]] bool is_date_format(std::string_view format, bool times);

/// A day `2025-01-31` or a time `2025-02-05T06:00:00Z` in a format.
[[nodiscard]] std::string formatted_date(std::string_view date, std::string_view format);

}  // namespace focus_billing
