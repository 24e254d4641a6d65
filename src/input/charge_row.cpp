#include "focus_billing/input/charge_row.hpp"

#include <cstring>

#include "focus_billing/format/csv_writer.hpp"

namespace focus_billing {

std::string_view ChargeRow::field_text(std::size_t field) {
    auto value = m_record.text(field);
    if (m_binding.is_guarded())
        value = without_formula_guard(value);
    const bool is_null = value.size() == 4 && std::memcmp(value.data(), "NULL", 4) == 0;
    return is_null ? std::string_view{} : value;
}

bool ChargeRow::count(int code) {
    const bool wanted = m_findings.count(code);
    m_rejected = m_rejected || diagnostic_code(code).severity == Severity::error;
    return wanted;
}

void ChargeRow::keep(int code, Column column, std::string_view predicate, std::string_view value,
                     std::string_view help) {
    const auto name = std::string(column_name(column));
    auto diagnostic =
        make_diagnostic(code, {.file = m_file, .line = m_record.line(), .column = 0},
                        name + " " + std::string(predicate), std::string(value), std::string(help));
    diagnostic.field = name;
    m_findings.keep(std::move(diagnostic));
}

}  // namespace focus_billing
