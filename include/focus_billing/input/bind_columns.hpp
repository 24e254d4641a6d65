#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/format/csv_record.hpp"
#include "focus_billing/input/focus_columns.hpp"
#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/findings.hpp"

namespace focus_billing {

/// The columns that a file of rejected rows has before the original ones.
inline constexpr std::string_view rejected_line_column = "x_Line";
inline constexpr std::string_view rejected_reason_column = "x_Reason";
inline constexpr std::string_view rejected_file_column = "x_File";

/// Maps FOCUS columns to the fields of a record.
class ColumnBinding {
public:
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);

    ColumnBinding() { m_fields.fill(absent); }

    [[nodiscard]] bool has(Column column) const { return field(column) != absent; }
    [[nodiscard]] std::size_t field(Column column) const {
        return m_fields[static_cast<std::size_t>(column)];
    }
    void bind(Column column, std::size_t field) {
        m_fields[static_cast<std::size_t>(column)] = field;
    }
    /// The number of fields of a record.
    [[nodiscard]] std::size_t width() const { return m_width; }
    void set_width(std::size_t width) { m_width = width; }
    /// Whether this is a file of rejected rows, whose texts CsvWriter has guarded.
    [[nodiscard]] bool is_guarded() const { return m_is_guarded; }
    void set_guarded(bool is_guarded) { m_is_guarded = is_guarded; }

private:
    std::array<std::size_t, column_count> m_fields{};
    std::size_t m_width = 0;
    bool m_is_guarded = false;
};

struct BoundColumns {
    ColumnBinding binding;
    std::vector<Diagnostic> diagnostics;   ///< FB113, FB114, FB119
    std::size_t focus_columns = 0;         ///< columns of the specification
    std::vector<std::string> passed_over;  ///< names of all other columns, in file order
};

/// Finds the FOCUS columns in a header: names without case, in any order. If a column is present
/// under both its newer and its older name, the newer one is used. The file cannot be read if the
/// diagnostics include an error; they name `file`.
[[nodiscard]] BoundColumns bind_columns(const std::vector<std::string>& header,
                                        const std::string& file);

/// Access to one record by column, and a target for findings about it.
class ChargeRow {
public:
    ChargeRow(CsvRecord& record, const ColumnBinding& binding, const std::string& file,
              Findings& findings)
        : m_record(record), m_binding(binding), m_file(file), m_findings(findings) {}

    /// The text of a column; empty for null: a missing column, an empty field, `NULL`.
    [[nodiscard]] std::string_view text(Column column) {
        const std::size_t field = m_binding.field(column);
        return field == ColumnBinding::absent ? std::string_view{} : field_text(field);
    }
    [[nodiscard]] bool has(Column column) const { return m_binding.has(column); }
    [[nodiscard]] CsvRecord& record() { return m_record; }
    [[nodiscard]] const ColumnBinding& binding() const { return m_binding; }

    /// Reports a fault of `column`; `predicate` says what it is ("is not a date"). An error rejects
    /// the row.
    void report(int code, Column column, std::string_view predicate, std::string_view value,
                std::string_view help) {
        if (count(code))
            keep(code, column, predicate, value, help);
    }
    /// The same in two steps, if wording the message is expensive.
    [[nodiscard]] bool count(int code);
    void keep(int code, Column column, std::string_view predicate, std::string_view value,
              std::string_view help);

    [[nodiscard]] bool rejected() const { return m_rejected; }

private:
    [[nodiscard]] std::string_view field_text(std::size_t field);

    CsvRecord& m_record;
    const ColumnBinding& m_binding;
    const std::string& m_file;
    Findings& m_findings;
    bool m_rejected = false;
};

}  // namespace focus_billing
