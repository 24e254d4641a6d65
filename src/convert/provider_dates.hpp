#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/model/period.hpp"

namespace focus_billing {

inline constexpr std::int64_t day_seconds = 86'400;

/// The first day `2025-01-31` or `20250131` in the name of a file, without its folders, as
/// `2025-01-31`; empty if there is none. It must not touch other digits, and must be a valid date.
[[nodiscard]] std::string snapshot_day(std::string_view path);

/// Reads the dates of providers: those that `parse_timestamp` reads, and `M/D/YYYY` with or without
/// leading zeros, month first, which must not be used if the day may come first.
[[nodiscard]] std::optional<Instant> parse_provider_date(std::string_view text);

/// The month of an instant (UTC).
[[nodiscard]] BillingPeriod month_of(Instant time);

}  // namespace focus_billing
