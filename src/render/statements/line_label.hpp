#pragma once

#include <string>
#include <string_view>

#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

/// What charges are about, in words. `period` is the month that they come from, or empty; `amount`
/// a canonical decimal, whose sign tells to which side a transfer goes.
[[nodiscard]] std::string line_label(LineKind kind, std::string_view service,
                                     std::string_view period, std::string_view amount);

/// The name of a service, for charts.
[[nodiscard]] std::string service_label(std::string_view service);

}  // namespace focus_billing
