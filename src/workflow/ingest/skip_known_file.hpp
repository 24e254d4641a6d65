#pragma once

#include "focus_billing/store/database.hpp"
#include "focus_billing/store/imports/delivery_comparison.hpp"
#include "focus_billing/workflow/ingest/charge_sink.hpp"
#include "focus_billing/workflow/ingest/delivery_options.hpp"

namespace focus_billing {

/// Whether a file's bytes alone show that it changes nothing or is refused; the report and the
/// findings then say so.
[[nodiscard]] bool is_known(Database& database, const DeliverySettings& settings,
                            FileReport& report, const std::string& sha256,
                            const ChargeSink::OnFinding& on_finding);

/// The same before the file is read, if its size makes this likely.
[[nodiscard]] bool is_known_early(Database& database, const DeliverySettings& settings,
                                  FileReport& report, InputFile& input,
                                  const ChargeSink::OnFinding& on_finding);

/// Writes the result of a comparison into the report, and reports its findings.
void report_comparison(const DeliveryComparison& comparison,
                       const std::vector<Diagnostic>& findings, FileReport& report,
                       const ChargeSink::OnFinding& on_finding);

}  // namespace focus_billing
