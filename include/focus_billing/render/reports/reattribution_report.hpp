#pragma once

#include <string>

#include "focus_billing/model/charges/reattribution.hpp"

namespace focus_billing {

/// What finding payers anew changes: from whom to whom, the largest amounts first, `all` or the
/// first twenty; and which charges are flagged for what.
[[nodiscard]] std::string reattribution_text(const ReattributionReport& report, bool all);

/// The same as JSON, with every change.
[[nodiscard]] std::string reattribution_json(const ReattributionReport& report);

}  // namespace focus_billing
