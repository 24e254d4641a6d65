#include <algorithm>
#include <set>

#include "focus_billing/convert/csv_map_converter.hpp"
#include "focus_billing/convert/date_form.hpp"
#include "focus_billing/model/ascii.hpp"
#include "focus_billing/model/decimal_arithmetic.hpp"

namespace focus_billing {

namespace {

constexpr std::int64_t day = 86'400;

void add_template_columns(const std::string& text, std::set<std::string>& names) {
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const auto close = text.find('}', open);
        if (close == std::string::npos)
            return;
        names.insert(text.substr(open + 1, close - open - 1));
    }
}

void add_columns(const CsvExpression& expression, std::set<std::string>& names) {
    switch (expression.operation) {
    case CsvOperation::constant: return;
    case CsvOperation::text: add_template_columns(expression.text, names); return;
    case CsvOperation::sum:
    case CsvOperation::difference:
    case CsvOperation::product:
    case CsvOperation::quotient:
        for (const auto& operand : expression.operands)
            add_columns(operand, names);
        return;
    default: names.insert(expression.text);
    }
}

}  // namespace

void CsvMapRow::set_header(const std::vector<std::string>& header) {
    m_places.clear();
    for (std::size_t i = 0; i < header.size(); ++i)
        m_places.emplace(header[i], i);
}

std::vector<std::string> CsvMapRow::missing_columns() const {
    std::set<std::string> names;
    for (const auto* list : {&m_map.columns, &m_map.tags}) {
        for (const auto& [name, expression] : *list)
            add_columns(expression, names);
    }
    if (m_map.payer)
        add_columns(*m_map.payer, names);
    for (const auto& skip : m_map.skips)
        names.insert(skip.column);
    std::vector<std::string> missing;
    std::ranges::copy_if(names, std::back_inserter(missing),
                         [&](const std::string& name) { return !m_places.contains(name); });
    return missing;
}

// The file was read with commas and its delimiter exchanged, outside quotes.
std::string CsvMapRow::cell(const std::string& column) {
    const auto place = m_places.find(column);
    if (place == m_places.end())
        return {};
    std::string text(trimmed(m_record.text(place->second)));
    if (m_map.delimiter != ',' && !m_record.is_quoted(place->second))
        std::ranges::replace(text, m_map.delimiter, ',');
    return text;
}

std::optional<Decimal> CsvMapRow::parse_number(const std::string& text, const std::string& name) {
    std::string digits = text;
    if (m_map.thousands != '\0')
        std::erase(digits, m_map.thousands);
    if (m_map.decimal_point != '.') {
        // A point is no decimal point here, and must not be taken for one.
        if (digits.find('.') != std::string::npos)
            digits.clear();
        std::ranges::replace(digits, m_map.decimal_point, '.');
    }
    const auto parsed = parse_decimal(digits);
    if (parsed.fault == DecimalFault::none)
        return parsed.value;
    m_report(name + " is no number", text,
             "set decimal and thousands under input as the file has them");
    return std::nullopt;
}

std::optional<Decimal> CsvMapRow::calculate(const CsvExpression& expression) {
    std::optional<Decimal> result;
    for (const auto& operand : expression.operands) {
        const auto value = number(operand);
        if (!value)
            return std::nullopt;
        if (!result) {
            result = value;
            continue;
        }
        switch (expression.operation) {
        case CsvOperation::sum: result = sum(*result, *value); break;
        case CsvOperation::difference: result = difference(*result, *value); break;
        case CsvOperation::product: result = product(*result, *value); break;
        default:
            if (value->is_zero()) {
                m_report("a quotient by 0", operand.text, "leave such rows out with skip_when");
                return std::nullopt;
            }
            result = quotient(*result, *value);
        }
    }
    return result;
}

std::optional<Decimal> CsvMapRow::number(const CsvExpression& expression) {
    switch (expression.operation) {
    case CsvOperation::constant: {
        const auto parsed = parse_decimal(expression.text);
        if (parsed.fault == DecimalFault::none)
            return parsed.value;
        m_report("a constant of the map is no number", expression.text,
                 "mend line " + std::to_string(expression.line) + " of the map");
        return std::nullopt;
    }
    case CsvOperation::sum:
    case CsvOperation::difference:
    case CsvOperation::product:
    case CsvOperation::quotient: return calculate(expression);
    default: break;
    }
    const auto written = text(expression);
    if (!written || written->empty())
        return std::nullopt;
    return parse_number(*written, expression.text);
}

std::string CsvMapRow::filled(const std::string& text) {
    std::string result;
    std::size_t done = 0;
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', done)) {
        const auto close = text.find('}', open);
        if (close == std::string::npos)
            break;
        result += text.substr(done, open - done) + cell(text.substr(open + 1, close - open - 1));
        done = close + 1;
    }
    return result + text.substr(done);
}

std::optional<std::string> CsvMapRow::looked_up(const CsvExpression& expression) {
    const auto written = cell(expression.text);
    const auto found = expression.table.find(written);
    if (found != expression.table.end())
        return found->second;
    if (expression.otherwise)
        return expression.otherwise;
    m_report("the table for " + expression.text + " has no such entry", written,
             "add it on line " + std::to_string(expression.line) +
                 " of the map, or give the lookup a default");
    return std::nullopt;
}

std::optional<std::string> CsvMapRow::text(const CsvExpression& expression) {
    switch (expression.operation) {
    case CsvOperation::column: return cell(expression.text);
    case CsvOperation::constant: return expression.text;
    case CsvOperation::text: return filled(expression.text);
    case CsvOperation::lookup: return looked_up(expression);
    case CsvOperation::lower: return lower_case(cell(expression.text));
    case CsvOperation::upper: return upper_case(cell(expression.text));
    case CsvOperation::date: {
        const auto time = instant(expression);
        return time ? std::optional(instant_text(*time)) : std::nullopt;
    }
    default: break;
    }
    const auto value = number(expression);
    return value ? std::optional(value->text()) : std::nullopt;
}

std::optional<Instant> CsvMapRow::instant(const CsvExpression& expression) {
    const auto written = expression.operation == CsvOperation::date
                             ? std::optional(cell(expression.text))
                             : text(expression);
    if (!written)
        return std::nullopt;
    auto time = parse_date(*written, expression.form);
    if (!time) {
        m_report(expression.text + " is no date" +
                     (expression.form.empty() ? "" : " of the form " + expression.form),
                 *written, "name its form in the map: {date: Day, form: M/D/YYYY}");
        return std::nullopt;
    }
    if (expression.inclusive)
        time->seconds += day;
    return time;
}

}  // namespace focus_billing
