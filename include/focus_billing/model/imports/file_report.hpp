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

/// What there is to say about one file.
struct FileReport {
    std::string file;
    std::string source;          ///< the source's name; as given with --source if unknown
    std::string source_pattern;  ///< the pattern that the file's name fits, if it was found so
    SourceFound found = SourceFound::unknown;

    std::size_t parts = 0;             ///< files of a delivery with a manifest; 0: it has none
    std::uint64_t rows = 0;            ///< records read, good or bad
    std::uint64_t rejected = 0;        ///< records that are no charge
    std::uint64_t row_errors = 0;      ///< errors that reject a record, and nothing but it
    bool read_to_end = false;          ///< false if something ended the reading before the end
    Findings findings;                 ///< counts; what was kept has been handed out
    std::vector<std::string> columns;  ///< of the header that was read last
    std::size_t focus_columns = 0;
    std::vector<std::string> passed_over;  ///< columns that are not of FOCUS
    ChargeSummary summary;                 ///< of the rows that are charges

    /// Cost of rejected rows whose cost can be read, by currency.
    std::map<std::string, ChargeTally> rejected_costs;

    std::int64_t import_number = 0;  ///< under which it is stored; 0: it is not
    std::string rejected_file;       ///< where its rejected rows were written, or empty
    /// What becomes of its rows, if it was compared with what is stored.
    std::optional<DeliveryOutcome> outcome;
    /// The rows by which it differs from what is stored; empty if there is nothing to compare. Good
    /// until the next file.
    Differences differences;

    /// Rows that are stored, or would be, beside those that are unchanged.
    [[nodiscard]] std::uint64_t new_rows() const {
        return summary.rows() - (outcome ? outcome->unchanged_rows : 0);
    }
    [[nodiscard]] std::uint64_t stored_rows() const { return import_number == 0 ? 0 : new_rows(); }
    [[nodiscard]] bool has_errors() const { return findings.count_of(Severity::error) > 0; }
};

/// What all files of a call come to.
struct RunTotals {
    std::uint64_t files = 0;
    std::uint64_t files_with_errors = 0;  ///< those that could not be read at all among them
    std::uint64_t rows = 0;
    std::uint64_t rejected = 0;
    std::uint64_t held = 0;
    std::uint64_t imports = 0;  ///< files that were stored
    std::uint64_t stored = 0;   ///< their charges
    std::uint64_t warnings = 0;
    std::map<std::string, CurrencyTotals, std::less<>> currencies;

    void add(const FileReport& report);
};

}  // namespace focus_billing
