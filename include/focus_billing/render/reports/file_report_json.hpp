#pragma once

#include <string>
#include <string_view>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/imports/file_report.hpp"

namespace focus_billing {

/// One diagnostic as a JSON object on one line. Null stands for what is not there.
[[nodiscard]] std::string diagnostic_json(const Diagnostic& diagnostic);

/// The members of a file's JSON object, without its braces and its `diagnostics`, which are
/// written as they are found. Amounts are strings, exact to the last digit.
[[nodiscard]] std::string file_report_json(const FileReport& report);

/// The member `summary` of a run over several files.
[[nodiscard]] std::string run_totals_json(const RunTotals& totals);

/// A text as a JSON string.
[[nodiscard]] std::string json_text(std::string_view text);

}  // namespace focus_billing
