#pragma once

#include <string>

#include "focus_billing/model/charges/decision.hpp"

namespace focus_billing {

/// What decisions did, or would do: charges and money of each kind, and what comes next. Without
/// what was refused, which goes to standard error.
[[nodiscard]] std::string review_text(const DecisionReport& report);

/// The same as JSON, with refusals and warnings.
[[nodiscard]] std::string review_json(const DecisionReport& report, const std::string& command,
                                      int exit_code);

}  // namespace focus_billing
