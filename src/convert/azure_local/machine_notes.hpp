#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/format/json.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

/// Whether a text says no: `false`, `no` or `0`.
[[nodiscard]] bool is_no(std::string_view text);

/// Names in a list, in a text with commas, or in a group of names, in which those that say no are
/// skipped. None for null.
[[nodiscard]] std::vector<std::string> names_in(const JsonValue* value);

/// The fraction for a percentage: `25`, `12.5 %`. Nothing unless it is a number from 0 to 100.
[[nodiscard]] std::optional<Decimal> part_of_percentage(std::string_view text);

}  // namespace focus_billing
