#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// A date in a stated form, and what of it was written.
struct FormedDate {
    Instant instant;        ///< without a zone as if it were UTC
    bool has_zone = false;  ///< the instant is meant, and not the time of some clock
    bool has_day = true;    ///< without a day: the first of the month
};

/// Reads a date as `form` has it, and in no other way. Parts: `YYYY`, `YY` (20YY), `MM`, `M` (one
/// digit or two), `MON` (English, short or in full), `DD`, `D`, `hh`, `h`, `mm`, `ss`, `AM` (or
/// PM), `Z` (UTC); other characters are as they are. `unix` are seconds, `unix_ms` milliseconds
/// since 1970. An empty form is what `parse_timestamp` reads.
[[nodiscard]] std::optional<FormedDate> parse_date(std::string_view text, std::string_view form);

/// What is wrong with a form, in words; empty if nothing is.
[[nodiscard]] std::string date_form_fault(std::string_view form);

}  // namespace focus_billing
