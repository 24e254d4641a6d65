#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/convert/converter.hpp"
#include "focus_billing/format/csv_record.hpp"

namespace focus_billing {

/// A column of a provider's CSV file.
struct CsvColumn {
    std::vector<std::string> names;  ///< alternatives; compared by letters and digits, without case
    bool required = true;
};

/// Reads a provider's CSV file row by row. Findings: those of the CSV, FB601 for a required column
/// that is missing and for a row with another number of fields than the header.
class CsvTable {
public:
    CsvTable(const ConverterInput& input, std::span<const CsvColumn> columns,
             const std::function<void(const Diagnostic&)>& on_finding)
        : m_input(input), m_columns(columns), m_on_finding(on_finding) {}

    /// Calls `on_header` once, then `take` for each complete row.
    void for_each_row(const std::function<void()>& take,
                      const std::function<void()>& on_header = {});

    /// A cell of the current row; empty for a missing column, for `NULL` and for blanks.
    [[nodiscard]] std::string_view text(std::size_t column);
    [[nodiscard]] bool has(std::size_t column) const { return m_fields[column] != none; }
    /// A number; nothing for an empty cell. Reports an invalid number (FB602) and returns nothing.
    [[nodiscard]] std::optional<Decimal> number(std::size_t column);
    /// The names of the header, and any cell by its index.
    [[nodiscard]] const std::vector<std::string>& header() const { return m_header; }
    [[nodiscard]] std::string_view cell(std::size_t place) { return m_record.text(place); }
    [[nodiscard]] std::uint64_t line() const { return m_record.line(); }
    /// Reports a finding about a column of the current row.
    void report(int code, std::size_t column, std::string message, std::string value,
                std::string help);

private:
    static constexpr std::size_t none = SIZE_MAX;

    [[nodiscard]] bool find_columns();

    const ConverterInput& m_input;
    std::span<const CsvColumn> m_columns;
    const std::function<void(const Diagnostic&)>& m_on_finding;
    std::vector<std::string> m_header;
    std::vector<std::size_t> m_fields;
    CsvRecord m_record;
};

}  // namespace focus_billing
