#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// A canonical decimal as it is read: thousands by commas, and at least as many decimals as the
/// currency's minor unit has: `1,234.50`. An empty text stays empty.
[[nodiscard]] std::string shown_amount(std::string_view decimal, std::string_view currency);

/// `2025-01` as `January 2025`; any other text as it is.
[[nodiscard]] std::string shown_month(std::string_view period);

}  // namespace focus_billing
