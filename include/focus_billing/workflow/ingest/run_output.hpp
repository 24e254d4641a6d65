#pragma once

#include <string>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/imports/file_report.hpp"
#include "focus_billing/render/reports/file_report_text.hpp"

namespace focus_billing {

/// Receives the findings of a run over files as they arise.
class RunOutput {
public:
    RunOutput() = default;
    RunOutput(const RunOutput&) = delete;
    RunOutput& operator=(const RunOutput&) = delete;
    virtual ~RunOutput() = default;

    virtual void begin_file(const std::string& file) = 0;
    virtual void finding(const Diagnostic& diagnostic) = 0;
    virtual void end_file(const FileReport& report) = 0;
    /// A finding that is not about a file.
    virtual void general_finding(const Diagnostic& diagnostic) = 0;
    virtual void end_run(const RunTotals& totals, int exit_code) = 0;
};

}  // namespace focus_billing
