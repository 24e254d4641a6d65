#pragma once

#include <optional>
#include <string_view>

#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// Reads the dates of providers: those that `parse_timestamp` reads, and `M/D/YYYY` with or without
/// leading zeros, month first, which must not be used where the day may come first.
[[nodiscard]] std::optional<Instant> parse_provider_date(std::string_view text);

/// The month of an instant (UTC).
[[nodiscard]] BillingPeriod month_of(Instant time);

}  // namespace focus_billing
