#pragma once

#include <optional>
#include <string_view>

#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// A date, or a date and a time of day, as written and as an instant.
struct Timestamp {
    Instant instant;
    int year = 0;
    int month = 0;
    int day = 0;
    bool date_only = false;    ///< no time of day: midnight
    bool last_second = false;  ///< 23:59:59, with or without a fraction
    bool has_zone = false;     ///< false: no zone was written, UTC is assumed

    [[nodiscard]] bool is_last_day_of_month() const;
    /// The midnight that ends the day of this timestamp, in the zone as written.
    [[nodiscard]] Instant end_of_day() const;

    std::int64_t day_start_seconds = 0;  ///< the instant of the midnight that began the day
};

/// Reads `YYYY-MM-DD` and `YYYY-MM-DD[T ]HH:MM[:SS[.1 to 9 digits]]` with `Z`, ` UTC`, an offset
/// (`+02:00`, `+0200`, `+02`) or no zone. Returns nothing for any other form, such as `01/02/2025`,
/// and outside the years 1 to 9999 in UTC. FOCUS attribute DateTimeFormat, and the other forms that
/// real exports use.
[[nodiscard]] std::optional<Timestamp> parse_timestamp(std::string_view text);

}  // namespace focus_billing
