#include "focus_billing/input/bind_columns.hpp"

#include <algorithm>
#include <cstring>

#include "focus_billing/format/csv_writer.hpp"
#include "focus_billing/model/nearest_name.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

const ColumnName* find_typed(std::string_view name) {
    for (const auto& column : typed_columns()) {
        if (equals_ignoring_case(name, column.name))
            return &column;
        if (!column.older_name.empty() && equals_ignoring_case(name, column.older_name)) {
            return &column;
        }
    }
    return nullptr;
}

bool is_untyped(std::string_view name) {
    return std::ranges::any_of(untyped_columns(), [&](std::string_view known) {
        return equals_ignoring_case(name, known);
    });
}

bool is_custom(std::string_view name) {
    return name.size() > 2 && equals_ignoring_case(name.substr(0, 2), "x_");
}

// Cut between characters of UTF-8.
std::string beginning_of(const std::string& text, std::size_t size) {
    if (text.size() <= size)
        return text;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
        --size;
    return text.substr(0, size);
}

Diagnostic wrong_separator(const std::string& file, const std::string& header, char separator) {
    const std::string shown = separator == '\t' ? "tabs" : std::string("'") + separator + "'";
    return make_diagnostic(114, {.file = file, .line = 1, .column = 0},
                           "the fields are separated by " + shown + ", not by commas",
                           beginning_of(header, 60), "save the file with commas as separators");
}

std::string nearest_header(std::string_view wanted, const std::vector<std::string>& header) {
    std::vector<std::string_view> candidates;
    for (const auto& name : header) {
        if (find_typed(name) == nullptr && !is_untyped(name))
            candidates.push_back(name);
    }
    return nearest_name(wanted, candidates).value_or("");
}

// Exports of providers in their own format, by a column that each of them has.
std::string_view own_format(const std::vector<std::string>& header) {
    struct OwnFormat {
        std::string_view column;
        std::string_view name;
    };
    static constexpr OwnFormat formats[] = {
        {"lineItem/UnblendedCost", "an AWS Cost and Usage Report"},
        {"line_item_unblended_cost", "an AWS Cost and Usage Report"},
        {"ConsumedService", "an Azure cost details export"},
        {"usage_credits", "a ChatGPT credit usage export"},
    };
    for (const auto& format : formats) {
        for (const auto& name : header) {
            if (equals_ignoring_case(name, format.column))
                return format.name;
        }
    }
    return {};
}

std::string missing_help(std::string_view column, const std::vector<std::string>& header) {
    if (const auto format = own_format(header); !format.empty()) {
        return "this looks like " + std::string(format) +
               "; choose FOCUS as the format of the "
               "export";
    }
    const auto near = nearest_header(column, header);
    if (near.empty()) {
        return "add the column, or export the file in FOCUS format: BillingPeriodStart, "
               "BilledCost and Tags are required";
    }
    return "did you mean '" + std::string(column) + "' where the header says '" + near +
           "'? Rename it";
}

Diagnostic missing_column(const std::string& file, std::string_view column,
                          const std::vector<std::string>& header) {
    auto diagnostic = make_diagnostic(113, {.file = file, .line = 1, .column = 0},
                                      "the file has no column " + std::string(column), {},
                                      missing_help(column, header));
    diagnostic.field = column;
    return diagnostic;
}

void note_near_miss(const std::string& name, const std::string& file, BoundColumns& bound) {
    std::vector<std::string_view> candidates;
    for (const auto& column : typed_columns()) {
        if (!bound.binding.has(column.column))
            candidates.push_back(column.name);
    }
    const auto near = nearest_name(name, candidates);
    if (!near)
        return;
    auto diagnostic = make_diagnostic(119, {.file = file, .line = 1, .column = 0},
                                      "the column is not of FOCUS and is passed over", name,
                                      "did you mean '" + *near + "'? Rename it");
    diagnostic.field = name;
    bound.diagnostics.push_back(std::move(diagnostic));
}

void bind_names(const std::vector<std::string>& header, BoundColumns& bound) {
    for (std::size_t i = 0; i < header.size(); ++i) {
        const auto* typed = find_typed(header[i]);
        if (typed != nullptr) {
            const bool is_newer_name = equals_ignoring_case(header[i], typed->name);
            if (is_newer_name || !bound.binding.has(typed->column)) {
                bound.binding.bind(typed->column, i);
            }
            ++bound.focus_columns;
        } else if (is_untyped(header[i])) {
            ++bound.focus_columns;
        } else if (!header[i].empty()) {
            bound.passed_over.push_back(header[i]);
        }
    }
    bound.binding.set_width(header.size());
}

}  // namespace

BoundColumns bind_columns(const std::vector<std::string>& header, const std::string& file) {
    BoundColumns bound;
    if (header.size() == 1) {
        for (const char separator : {';', '\t', '|'}) {
            if (header.front().find(separator) == std::string::npos)
                continue;
            bound.diagnostics.push_back(wrong_separator(file, header.front(), separator));
            return bound;
        }
    }
    bind_names(header, bound);
    bound.binding.set_guarded(header.size() > 2 && header[0] == rejected_line_column &&
                              header[1] == rejected_reason_column);
    for (const Column column : required_columns()) {
        if (bound.binding.has(column))
            continue;
        bound.diagnostics.push_back(missing_column(file, column_name(column), header));
    }
    if (!bound.diagnostics.empty())
        return bound;
    for (const auto& name : bound.passed_over) {
        if (!is_custom(name))
            note_near_miss(name, file, bound);
    }
    return bound;
}

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
