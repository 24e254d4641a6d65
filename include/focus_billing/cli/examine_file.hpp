#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "focus_billing/billing/charge_summary.hpp"
#include "focus_billing/billing/flag_charge.hpp"
#include "focus_billing/format/byte_source.hpp"
#include "focus_billing/input/bind_columns.hpp"
#include "focus_billing/input/parse_tags.hpp"
#include "focus_billing/model/findings.hpp"

namespace focus_billing {

/// What one reading of a file is told.
struct Examination {
    const Config& config;
    const TagParser& tags;
    const ChargeFlagger& flagger;
    unsigned threads = 1;
    bool all_findings = false;  ///< not only the first of each code
    /// Takes the findings that are kept, in the order of the file.
    std::function<void(const Diagnostic&)> on_finding;
    /// Called now and then.
    std::function<void()> on_progress;
};

/// What there is to say about a file as a whole.
struct FileReport {
    std::uint64_t rows = 0;      ///< records read, good or bad
    std::uint64_t rejected = 0;  ///< records that are no charge
    bool read_to_end = false;    ///< false if something in the file ended the reading
    Findings findings;           ///< counts alone; what was kept went to `on_finding`
    BoundColumns columns;
    ChargeSummary summary;       ///< of the rows that are charges

    [[nodiscard]] bool has_errors() const { return findings.count_of(Severity::error) > 0; }
};

/// Reads a FOCUS CSV file: records -> charges -> flags -> totals, in constant memory. `name` is the
/// file's name in findings. Throws Error if the bytes cannot be read.
[[nodiscard]] FileReport examine_file(ByteSource& bytes, const std::string& name,
                                      const Examination& examination);

}  // namespace focus_billing
