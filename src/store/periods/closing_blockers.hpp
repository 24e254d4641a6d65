#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/periods/closing.hpp"

namespace focus_billing {

/// Every reason not to close a month: FB530 (charges held), FB531 (sources without charges), FB532
/// (rows rejected), each unless the consent names exactly what was found. The remedies have the
/// option to type. Names of sources are compared without case. `path` is the place.
[[nodiscard]] std::vector<Diagnostic> closing_blockers(BillingPeriod period,
                                                       const ClosingFacts& facts,
                                                       const ClosingConfirmation& confirmation,
                                                       const std::string& path);

}  // namespace focus_billing
