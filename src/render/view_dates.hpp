#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

// A text of another form is given back as it is.

/// `31 January 2025`, of `2025-01-31`.
[[nodiscard]] std::string shown_day(std::string_view day);
/// `31 Jan 2025`, of `2025-01-31`.
[[nodiscard]] std::string short_day(std::string_view day);
/// `January 2025`, of `2025-01`.
[[nodiscard]] std::string shown_month(std::string_view month);
/// `Jan 25`, of `2025-01`.
[[nodiscard]] std::string short_month(std::string_view month);

}  // namespace focus_billing
