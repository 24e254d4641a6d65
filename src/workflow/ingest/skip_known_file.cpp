#include "workflow/ingest/skip_known_file.hpp"

#include "focus_billing/store/imports/find_same_file.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

namespace {

constexpr int shrunk = 512;

}  // namespace

bool is_known(Database& database, const DeliverySettings& settings, FileReport& report,
              const std::string& sha256, const ChargeSink::OnFinding& on_finding) {
    const auto verdict = find_same_file(Transaction(database), settings, sha256);
    if (verdict.finding)
        report_finding(report, on_finding, *verdict.finding);
    if (verdict.same)
        report.outcome = DeliveryOutcome{.same_bytes = verdict.same};
    return verdict.same || (verdict.finding && verdict.finding->severity == Severity::error);
}

bool is_known_early(Database& database, const DeliverySettings& settings, FileReport& report,
                    InputFile& input, const ChargeSink::OnFinding& on_finding) {
    if (input.size() == 0 || !has_import_of_size(Transaction(database), input.size()))
        return false;
    const auto sha256 = input.sha256_ahead();
    if (!sha256 || !is_known(database, settings, report, *sha256, on_finding))
        return false;
    input.check_unchanged();
    return true;
}

void report_comparison(const DeliveryComparison& comparison,
                       const std::vector<Diagnostic>& findings, FileReport& report,
                       const ChargeSink::OnFinding& on_finding) {
    const bool lacks_rejected_rows = report.rejected > 0 && report.has_errors();
    for (const auto& finding : findings) {
        if (finding.code != shrunk || !lacks_rejected_rows)
            report_finding(report, on_finding, finding);
    }
    for (const auto& finding : comparison.duplicate_findings())
        report_finding(report, on_finding, finding);
    for (const auto& finding : comparison.revised().findings())
        report_finding(report, on_finding, finding);
    report.outcome = comparison.outcome();
    report.summary.release(comparison.decided());
    report.summary.flag(Flag::possible_duplicate, comparison.duplicates(), comparison.newly_held());
    report.summary.flag(Flag::revised_after_decision, comparison.revised().totals(),
                        comparison.revised().newly_held());
    if (const auto* difference = comparison.difference()) {
        report.differences = [difference](std::optional<std::uint64_t> limit,
                                          const OnDifferenceRow& on_row) {
            difference->for_each(limit, on_row);
        };
    }
}

}  // namespace focus_billing
