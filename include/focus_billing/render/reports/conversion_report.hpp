#pragma once

#include <string>

#include "focus_billing/model/convert/conversion_report.hpp"

namespace focus_billing {

/// What a conversion made: charges and their costs, the control totals, the names to be mapped.
/// `breakdown`: who would pay how much for what, too.
[[nodiscard]] std::string conversion_text(const ConversionReport& report, bool breakdown);

/// The same as JSON, with all findings that were kept; amounts are texts.
[[nodiscard]] std::string conversion_json(const ConversionReport& report, int exit_code);

}  // namespace focus_billing
