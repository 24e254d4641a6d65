#include "focus_billing/model/imports/file_report.hpp"

namespace focus_billing {

void RunTotals::add(const FileReport& report) {
    ++files;
    if (report.has_errors())
        ++files_with_errors;
    rows += report.rows;
    rejected += report.rejected;
    held += report.summary.held_rows();
    imports += report.import_number != 0 ? 1 : 0;
    stored += report.stored_rows();
    warnings += report.findings.count_of(Severity::warning);
    for (const auto& [currency, totals] : report.summary.currencies()) {
        currencies[currency].append(totals);
    }
}

}  // namespace focus_billing
