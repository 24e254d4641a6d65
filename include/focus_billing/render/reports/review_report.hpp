#pragma once

#include <string>

#include "focus_billing/model/charges/decision.hpp"
#include "focus_billing/model/charges/stored_charge.hpp"

namespace focus_billing {

/// The header of a list of decisions: CSV that a person fills in with a spreadsheet. What is read
/// back comes first, then what helps to decide.
[[nodiscard]] std::string decision_list_header();

/// One charge of the list, with the cost that it is charged by; `mark` tells later whether it is
/// still as it was.
[[nodiscard]] std::string decision_list_row(const StoredCharge& charge,
                                            const std::string& charged_cost,
                                            const std::string& mark);

/// What decisions did, or would do: charges and money of each kind, and what comes next. Without
/// what was refused, which goes to standard error.
[[nodiscard]] std::string review_text(const DecisionReport& report);

/// The same as JSON, with refusals and warnings.
[[nodiscard]] std::string review_json(const DecisionReport& report, const std::string& command,
                                      int exit_code);

}  // namespace focus_billing
