#pragma once

#include <optional>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

/// A part of a whole, from 0 to 1 with at most four decimals, written `0.1` or `10 %`.
[[nodiscard]] std::optional<Decimal> read_fraction(ConfigReader& reader, const Setting& setting);

}  // namespace focus_billing
