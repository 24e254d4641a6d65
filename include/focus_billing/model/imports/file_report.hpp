#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/charges/charge_totals.hpp"
#include "focus_billing/model/findings.hpp"
#include "focus_billing/model/imports/delivery.hpp"

namespace focus_billing {

/// How the source of a file was found.
enum class SourceFound : std::uint8_t { unknown, by_file_name, by_option, by_import, by_converter };

/// The report on one file.
struct FileReport {
    std::string file;
    std::string source;          ///< name of the source; the --source value if unknown
    std::string source_pattern;  ///< the pattern the file name matched, if found that way
    SourceFound found = SourceFound::unknown;

    std::size_t parts = 0;             ///< files of a delivery with a manifest; 0: no manifest
    std::uint64_t rows = 0;            ///< records read, good or bad
    std::uint64_t rejected = 0;        ///< records that are not valid charges
    std::uint64_t row_errors = 0;      ///< errors that reject a single record
    bool read_to_end = false;          ///< false if reading stopped before the end
    Findings findings;                 ///< counts only; the kept ones have been handed out
    std::vector<std::string> columns;  ///< of the last header read
    std::size_t focus_columns = 0;
    std::vector<std::string> passed_over;  ///< columns that are not in FOCUS
    ChargeSummary summary;                 ///< of the valid rows

    /// Cost of the rejected rows whose cost is readable, by currency.
    std::map<std::string, ChargeTally> rejected_costs;

    std::int64_t import_number = 0;  ///< the stored import; 0: not stored
    std::string rejected_file;       ///< file with the rejected rows, or empty
    /// The comparison with what is stored, if there was one.
    std::optional<DeliveryOutcome> outcome;
    /// The rows that differ from what is stored; empty if there is nothing to compare. Valid until
    /// the next file.
    Differences differences;

    /// Rows that are, or would be, stored in addition to the unchanged ones.
    [[nodiscard]] std::uint64_t new_rows() const {
        return summary.rows() - (outcome ? outcome->unchanged_rows : 0);
    }
    [[nodiscard]] std::uint64_t stored_rows() const { return import_number == 0 ? 0 : new_rows(); }
    [[nodiscard]] bool has_errors() const { return findings.count_of(Severity::error) > 0; }
};

/// The totals of all files of a command.
struct RunTotals {
    std::uint64_t files = 0;
    std::uint64_t files_with_errors = 0;  ///< including files that could not be read at all
    std::uint64_t rows = 0;
    std::uint64_t rejected = 0;
    std::uint64_t held = 0;
    std::uint64_t imports = 0;  ///< files stored
    std::uint64_t stored = 0;   ///< charges of these files
    std::uint64_t warnings = 0;
    std::map<std::string, CurrencyTotals, std::less<>> currencies;

    void add(const FileReport& report);
};

}  // namespace focus_billing
