#pragma once

#include <memory>
#include <string>

#include "focus_billing/workflow/ingest/run_output.hpp"
#include "focus_billing/workflow/session.hpp"

namespace focus_billing {

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
