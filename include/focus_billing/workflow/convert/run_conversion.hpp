#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/convert/conversion_report.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// What to convert: files, folders, patterns, and `-` for standard input.
struct ConversionRequest {
    std::string source;
    std::vector<std::string> inputs;
    BillingPeriod period;
    std::string map;  ///< for CSV; empty: that of the section
    bool all_findings = false;
    bool prints_findings = true;
};

/// Reads the inputs in natural order of their names and passes on the FOCUS CSV piece by piece. If
/// the findings include errors, the result must not be kept.
[[nodiscard]] ConversionReport run_conversion(Session& session, const ConversionRequest& request,
                                              const std::function<void(std::string_view)>& write);

/// Whether errors were found.
[[nodiscard]] bool has_failed(const ConversionReport& report);

}  // namespace focus_billing
