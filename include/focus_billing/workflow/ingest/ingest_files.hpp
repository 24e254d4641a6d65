#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/directory.hpp"
#include "focus_billing/model/imports/file_report.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/workflow/ingest/charge_sink.hpp"
#include "focus_billing/workflow/ingest/run_output.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

/// The options that `ingest` and `validate` share.
struct FileRunOptions {
    std::vector<std::string> files;
    std::string name;      ///< the name of standard input
    std::string shown_as;  ///< the name shown for the only file; empty: its path
    std::optional<BillingPeriod> period;
    unsigned threads = 0;  ///< 0: as many as there are processors, four at most
    bool all_findings = false;
    Directory directory;  ///< of projects, people and fund/orgs
};

/// Adds what is known before reading the file to a new report: its source, and findings about that.
using PrepareReport = std::function<void(FileReport& report,
                                         const std::function<void(const Diagnostic&)>& on_finding)>;

/// Reads files one after the other, passes their charges to `sink`, which may be null, and reports
/// each to `output`. An unreadable file does not stop the others. Returns the highest exit code of
/// the files.
[[nodiscard]] int run_files(Session& session, const FileRunOptions& options,
                            const PrepareReport& prepare, RunOutput& output,
                            ChargeSink* sink = nullptr);

}  // namespace focus_billing
