#include "config/convert/read_csv_expression.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "focus_billing/format/date_pattern.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/text_template.hpp"

namespace focus_billing {

namespace {

// In the order of CsvOperation.
constexpr std::array<std::string_view, 12> operation_names = {
    "column",   "constant", "text",   "sum",   "difference", "product",
    "quotient", "date",     "lookup", "lower", "upper",      "period"};
constexpr std::array<std::string_view, 2> truth_names = {"true", "false"};
constexpr std::array<std::string_view, 2> border_names = {"start", "end"};
constexpr int deepest = 20;

// A key that only one operation has.
struct Detail {
    std::string_view key;
    CsvOperation operation;
};
constexpr std::array details = {
    Detail{"form", CsvOperation::date}, Detail{"inclusive", CsvOperation::date},
    Detail{"table", CsvOperation::lookup}, Detail{"default", CsvOperation::lookup}};

bool is_calculation(CsvOperation operation) {
    return operation >= CsvOperation::sum && operation <= CsvOperation::quotient;
}

bool makes(CsvOperation operation, CsvValue value) {
    const bool is_time = operation == CsvOperation::date || operation == CsvOperation::period;
    const bool is_case = operation == CsvOperation::lower || operation == CsvOperation::upper;
    switch (value) {
    case CsvValue::text: return true;
    case CsvValue::number: return !is_time && !is_case;
    case CsvValue::date: return !is_calculation(operation) && !is_case;
    }
    return false;
}

bool is_number(const std::string& text) {
    return parse_decimal(text).fault == DecimalFault::none;
}

class ExpressionReader {
public:
    explicit ExpressionReader(ConfigReader& reader) : m_reader(reader) {}

    CsvExpression read(const Setting& setting, CsvValue value, int depth) {
        if (setting.node->kind != YamlKind::map)
            return column(setting);
        if (depth > deepest) {
            m_reader.report(5, setting, "the expression is nested more than 20 deep", {},
                            "make it in two steps, or shorten it");
            return {};
        }
        const auto section = m_reader.section(setting, "map.expression");
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < operation_names.size(); ++i) {
            if (section.find(operation_names[i]) != nullptr)
                found.push_back(i);
        }
        CsvExpression expression;
        expression.line = setting.node->line;
        if (found.size() != 1) {
            refuse(setting, found);
            return expression;
        }
        expression.operation = static_cast<CsvOperation>(found.front());
        if (!makes(expression.operation, value))
            refuse_operation(setting, operation_names[found.front()], value);
        read_operation(section, *section.find(operation_names[found.front()]), value, depth,
                       expression);
        refuse_idle_details(section, expression.operation);
        return expression;
    }

private:
    CsvExpression column(const Setting& setting) {
        CsvExpression expression;
        expression.operation = CsvOperation::column;
        expression.text = m_reader.filled_text(setting).value_or("");
        expression.line = setting.node->line;
        return expression;
    }

    void refuse(const Setting& setting, const std::vector<std::size_t>& found) {
        std::vector<std::string_view> names;
        for (const auto index : found)
            names.push_back(operation_names[index]);
        m_reader.report(8, setting,
                        found.empty() ? std::string("the expression says nothing to do")
                                      : fmt::format("the expression says {} things: {}",
                                                    found.size(), fmt::join(names, ", ")),
                        {}, fmt::format("write one of: {}", fmt::join(operation_names, ", ")));
    }

    void refuse_operation(const Setting& setting, std::string_view operation, CsvValue value) {
        m_reader.report(8, setting,
                        fmt::format("{} must be {}, and {} makes none", setting.field,
                                    value == CsvValue::number ? "a number" : "a date", operation),
                        {},
                        value == CsvValue::number ? "write a column, or {product: [Hours, Price]}"
                                                  : "write {date: Day, form: M/D/YYYY}");
    }

    void refuse_idle_details(const Section& section, CsvOperation operation) {
        for (const auto& detail : details) {
            const auto* setting = section.find(detail.key);
            if (setting == nullptr || operation == detail.operation)
                continue;
            const auto owner = operation_names[static_cast<std::size_t>(detail.operation)];
            m_reader.report(
                8, *setting, fmt::format("{} has no use without {}", detail.key, owner), {},
                fmt::format("write {{{}: Column, {}: ...}}, or leave it out", owner, detail.key));
        }
    }

    void read_operation(const Section& section, const Setting& setting, CsvValue value, int depth,
                        CsvExpression& expression) {
        switch (expression.operation) {
        case CsvOperation::column:
            expression.text = m_reader.filled_text(setting).value_or("");
            return;
        case CsvOperation::constant: read_constant(setting, value, expression); return;
        case CsvOperation::text: read_template(setting, expression); return;
        case CsvOperation::period:
            expression.is_end = m_reader.choice(setting, border_names) == std::size_t{1};
            return;
        case CsvOperation::date: read_operand(setting, depth, expression); break;
        case CsvOperation::lower:
        case CsvOperation::upper: read_operand(setting, depth, expression); return;
        case CsvOperation::lookup:
            read_operand(setting, depth, expression);
            read_table(section, value, expression);
            return;
        default: read_operands(setting, depth, expression); return;
        }
        read_date(section, expression);
    }

    void read_constant(const Setting& setting, CsvValue value, CsvExpression& expression) {
        const auto text = m_reader.text(setting);
        if (!text)
            return;
        expression.text = *text;
        check_number(setting, *text, value);
        if (value == CsvValue::date && !parse_date(*text, "")) {
            m_reader.report(8, setting, fmt::format("{} is no date", setting.field), *text,
                            "write it as YYYY-MM-DD: 2025-01-31");
        }
    }

    void check_number(const Setting& setting, const std::string& text, CsvValue value) {
        if (value != CsvValue::number || is_number(text))
            return;
        m_reader.report(8, setting, fmt::format("{} is no number", setting.field), text,
                        "in a map numbers have a point, whatever the file has: 0.5");
    }

    void read_template(const Setting& setting, CsvExpression& expression) {
        const auto text = m_reader.filled_text(setting);
        if (!text)
            return;
        expression.text = *text;
        if (!read_cell_template(
                *text, [](std::string_view) {}, [](std::string_view) {})) {
            m_reader.report(8, setting, "a brace of the text is without its other half", *text,
                            "write the name of a column in braces, {Name}, and {{ for a brace");
        }
    }

    void read_operand(const Setting& setting, int depth, CsvExpression& expression) {
        if (setting.node->kind == YamlKind::map) {
            expression.operands.push_back(read(setting, CsvValue::text, depth + 1));
        } else {
            expression.text = m_reader.filled_text(setting).value_or("");
        }
    }

    // A number is a number, and any other word a column.
    void read_operands(const Setting& setting, int depth, CsvExpression& expression) {
        for (const auto& entry : m_reader.list(setting).value_or(std::vector<Setting>{})) {
            auto operand = read(entry, CsvValue::number, depth + 1);
            if (operand.operation == CsvOperation::column && entry.node->kind == YamlKind::text &&
                is_number(operand.text))
                operand.operation = CsvOperation::constant;
            expression.operands.push_back(std::move(operand));
        }
        const bool is_quotient = expression.operation == CsvOperation::quotient;
        if (expression.operands.size() >= 2 && (!is_quotient || expression.operands.size() == 2))
            return;
        m_reader.report(8, setting,
                        fmt::format("{} needs {}", setting.field,
                                    is_quotient ? "two operands" : "two operands or more"),
                        {}, "write a list: [Hours, 0.5]");
    }

    void read_date(const Section& section, CsvExpression& expression) {
        if (const auto* inclusive = section.find("inclusive"))
            expression.inclusive = m_reader.choice(*inclusive, truth_names) == std::size_t{0};
        const auto* form = section.find("form");
        if (form == nullptr)
            return;
        expression.form = m_reader.filled_text(*form).value_or("unix");
        const auto fault = date_form_fault(expression.form);
        if (!fault.empty()) {
            m_reader.report(8, *form, fmt::format("the form of a date cannot be: {}", fault),
                            expression.form,
                            "write YYYY MM DD hh mm ss and what stands between them, such as "
                            "DD.MM.YYYY; or unix, unix_ms");
        }
    }

    void read_table(const Section& section, CsvValue value, CsvExpression& expression) {
        if (const auto* otherwise = section.find("default")) {
            expression.otherwise = m_reader.text(*otherwise);
            if (expression.otherwise && !expression.otherwise->empty())
                check_number(*otherwise, *expression.otherwise, value);
        }
        const auto* table = section.find("table");
        if (table == nullptr) {
            m_reader.report(9, {section.setting().node, section.field("table")},
                            "a lookup has no table", {}, "add a group: table: {a: Compute}");
            return;
        }
        for (const auto& [key, entry] : m_reader.entries(*table)) {
            const auto text = m_reader.text(entry);
            if (text && !text->empty())
                check_number(entry, *text, value);
            expression.table[key.node->text] = text.value_or("");
        }
    }

    ConfigReader& m_reader;
};

}  // namespace

CsvExpression read_csv_expression(ConfigReader& reader, const Setting& setting, CsvValue value) {
    return ExpressionReader(reader).read(setting, value, 0);
}

}  // namespace focus_billing
