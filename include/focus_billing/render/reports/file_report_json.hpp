#pragma once

#include <string>
#include <string_view>

#include "focus_billing/format/json_writer.hpp"
#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/imports/file_report.hpp"

namespace focus_billing {

/// One diagnostic as a JSON object. Null stands for what is not there.
[[nodiscard]] Json diagnostic_json(const Diagnostic& diagnostic);

/// The members of a file's JSON object, without its braces and its `diagnostics`, which are
/// written as they are found. Amounts are strings, exact to the last digit.
[[nodiscard]] std::string file_report_json(const FileReport& report);

/// The member `summary` of a run over several files.
[[nodiscard]] std::string run_totals_json(const RunTotals& totals);

}  // namespace focus_billing
