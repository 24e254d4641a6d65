#pragma once

#include <string>
#include <string_view>

#include "focus_billing/format/csv_record.hpp"
#include "focus_billing/input/bind_columns.hpp"
#include "focus_billing/model/findings.hpp"

namespace focus_billing {

/// One record under the names of its columns, and where findings about it go.
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

    /// Reports that `column` is what `predicate` says ("is not a date"). An error rejects the row.
    void report(int code, Column column, std::string_view predicate, std::string_view value,
                std::string_view help) {
        if (count(code))
            keep(code, column, predicate, value, help);
    }
    /// The same in two steps, where the words cost something.
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
