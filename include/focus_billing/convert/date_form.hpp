#pragma once

#include <optional>
#include <string_view>

#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// Reads a date as `form` has it: `YYYY`, `YY` (20YY), `MM` or `M`, `DD` or `D`, `hh`, `mm`, `ss`,
/// and other characters as they are; without a day the first is meant. `unix` are seconds, `unix_ms`
/// milliseconds since 1970. An empty form is what `parse_timestamp` reads. All in UTC.
[[nodiscard]] std::optional<Instant> parse_date(std::string_view text, std::string_view form);

}  // namespace focus_billing
