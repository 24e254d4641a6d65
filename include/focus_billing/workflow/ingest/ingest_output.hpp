#pragma once

#include <memory>
#include <string>

#include "focus_billing/model/imports/file_report.hpp"
#include "focus_billing/render/reports/file_report_text.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// Where a run over files tells what it finds, as it finds it.
class RunOutput {
public:
    RunOutput() = default;
    RunOutput(const RunOutput&) = delete;
    RunOutput& operator=(const RunOutput&) = delete;
    virtual ~RunOutput() = default;

    virtual void begin_file(const std::string& file) = 0;
    virtual void finding(const Diagnostic& diagnostic) = 0;
    virtual void end_file(const FileReport& report) = 0;
    /// A finding about no file in particular.
    virtual void general_finding(const Diagnostic& diagnostic) = 0;
    virtual void end_run(const RunTotals& totals, int exit_code) = 0;
};

/// For people: findings on standard error, reports on standard output. Held charges are findings
/// only with `--all` or `--verbose`; the report counts them in any case.
[[nodiscard]] std::unique_ptr<RunOutput> make_ingest_text(Session& session, bool all_findings,
                                                          bool dry_run);

/// For the maker of a file: every finding is a result, and goes to standard output.
[[nodiscard]] std::unique_ptr<RunOutput> make_validation_text(Session& session);

/// For machines: one JSON object on standard output, written as it comes about.
[[nodiscard]] std::unique_ptr<RunOutput> make_run_json(Session& session,
                                                       const std::string& command);

/// Passes everything on to `output`, and writes the rows by which each file differs from what is
/// stored to a CSV file, which is there when the run ends. Throws Error FB903 (environment).
[[nodiscard]] std::unique_ptr<RunOutput> make_difference_file(const std::string& path,
                                                              RunOutput& output);

}  // namespace focus_billing
