#pragma once

#include <string>

#include "focus_billing/model/charges/charge_history.hpp"

namespace focus_billing {

/// The life of a charge for people: where it comes from, who pays and why, the rules that matched
/// or nearly did, decisions, and the amount at each step. `all`: every rule.
[[nodiscard]] std::string explanation_text(const Explanation& explanation, bool all);

/// The same as JSON, with every rule.
[[nodiscard]] std::string explanation_json(const Explanation& explanation);

}  // namespace focus_billing
