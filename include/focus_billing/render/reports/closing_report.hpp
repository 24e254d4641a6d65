#pragma once

#include <string>

#include "focus_billing/model/periods/closing.hpp"

namespace focus_billing {

/// What a month was closed with, or would be, for people.
[[nodiscard]] std::string closing_text(const ClosingReport& report);

/// The whole output of `periods close --json`, with what stands in the way.
[[nodiscard]] std::string closing_report_json(const ClosingReport& report, int exit_code);

}  // namespace focus_billing
