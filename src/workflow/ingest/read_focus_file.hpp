#pragma once

#include <functional>

#include "focus_billing/billing/attribution/attribute_charge.hpp"
#include "focus_billing/billing/attribution/flag_charge.hpp"
#include "focus_billing/format/byte_source.hpp"
#include "focus_billing/input/parse_tags.hpp"
#include "focus_billing/model/imports/file_report.hpp"
#include "focus_billing/workflow/ingest/charge_sink.hpp"

namespace focus_billing {

/// Settings for reading one file.
struct Examination {
    const Config& config;
    const TagParser& tags;
    const Attributor& attributor;
    const ChargeFlagger& flagger;
    unsigned threads = 1;
    bool all_findings = false;  ///< not only the first ones of each code
    /// Receives the kept findings, in the order of the file.
    std::function<void(const Diagnostic&)> on_finding;
    /// Receives the charges; may be null.
    ChargeSink* sink = nullptr;
    /// Called from time to time.
    std::function<void()> on_progress;
};

/// Reads a FOCUS CSV file: records -> charges -> flags -> totals, in constant memory, and adds what
/// it finds to `report`; `file` is the file's name in findings. Throws Error if the bytes cannot be
/// read.
void read_focus_file(ByteSource& bytes, const std::string& file, const Examination& examination,
                     FileReport& report);

/// Reports what is known only after reading everything, for a delivery after all its files.
void examine_sums(const Examination& examination, FileReport& report);

}  // namespace focus_billing
