#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// A date in a given form, and which parts of it were written.
struct FormedDate {
    Instant instant;        ///< without a zone, as if it were UTC
    bool has_zone = false;  ///< a true instant, not a local time
    bool has_day = true;    ///< without a day: the first of the month
};

/// Reads a date in exactly this `form`. Parts: `YYYY`, `YY` (20YY), `MM`, `M` (one digit or two),
/// `MON` (English, short or in full), `DD`, `D`, `hh`, `h`, `mm`, `ss`, `AM` (or PM), `Z` (UTC);
/// other characters stand for themselves. `unix` is seconds, `unix_ms` milliseconds since 1970. An
/// empty form accepts what `parse_timestamp` reads.
[[nodiscard]] std::optional<FormedDate> parse_date(std::string_view text, std::string_view form);

/// What is wrong with a form, in words; empty if it is valid.
[[nodiscard]] std::string date_form_fault(std::string_view form);

}  // namespace focus_billing
