#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/config/directory_input.hpp"
#include "focus_billing/format/csv_record.hpp"
#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// The rows of one CSV file of the directory, by column name.
class DirectoryTable {
public:
    /// The first `required` of `columns` are required.
    DirectoryTable(const DirectoryInput& input, std::span<const std::string_view> columns,
                   std::vector<Diagnostic>& diagnostics, std::size_t required = 1);

    /// Calls `take` for each row that has a value in the first column.
    void for_each_row(const std::function<void()>& take);

    /// A cell of the current row, trimmed; empty if there is no such column.
    [[nodiscard]] std::string text(std::string_view column);
    /// An e-mail address in comparable form. Reports a text without `@`.
    [[nodiscard]] std::string email(std::string_view column);
    /// The instant at which a day begins or, for the last day, ends. Reports invalid dates.
    [[nodiscard]] std::optional<Instant> first_day(std::string_view column);
    [[nodiscard]] std::optional<Instant> last_day(std::string_view column);
    /// Reports a time that ends before it begins.
    void check_order(const std::optional<Instant>& start, const std::optional<Instant>& end,
                     std::string_view end_column);

    /// Reports a finding about the current row.
    void report(int code, std::string_view column, std::string message, std::string value,
                std::string help);
    [[nodiscard]] std::uint64_t line() const { return m_record.line(); }

    /// Columns of the file that are not in `columns`; known after `take` ran.
    [[nodiscard]] const std::vector<std::string>& passed_over() const { return m_passed_over; }

private:
    [[nodiscard]] bool find_columns(const std::vector<std::string>& header);
    void report_missing(std::string_view column, const std::vector<std::string>& header);
    [[nodiscard]] bool is_row_whole(std::size_t fields);
    [[nodiscard]] std::optional<Instant> day(std::string_view column, bool last);

    const DirectoryInput& m_input;
    std::span<const std::string_view> m_columns;
    std::vector<Diagnostic>& m_diagnostics;
    std::size_t m_required;
    std::vector<std::string> m_passed_over;
    std::vector<std::size_t> m_fields;  // of each column; `none` if it is missing
    CsvRecord m_record;
};

}  // namespace focus_billing
