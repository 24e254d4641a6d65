#pragma once

#include <optional>
#include <string>

#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// The month that --period names; nothing if the option is not given. Throws Error FB020 (usage)
/// for what is no month.
[[nodiscard]] std::optional<BillingPeriod> parse_period_option(const std::string& text);

/// The month that a command is given by itself. Throws the same.
[[nodiscard]] BillingPeriod parse_period_word(const std::string& text);

}  // namespace focus_billing
