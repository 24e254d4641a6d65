#pragma once

#include <memory>
#include <string>

#include "focus_billing/workflow/ingest/ingest_output.hpp"

namespace focus_billing {

/// Passes everything on to `output`, and writes the rows by which each file differs from what is
/// stored to a CSV file, which is there when the run ends. Throws Error FB903 (environment).
[[nodiscard]] std::unique_ptr<RunOutput> make_difference_file(const std::string& path,
                                                              RunOutput& output);

}  // namespace focus_billing
