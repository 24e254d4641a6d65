#include "convert/csv_map/csv_map_row.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <stdexcept>
#include <utility>

#include "convert/csv_dialect.hpp"
#include "convert/provider_dates.hpp"
#include "focus_billing/convert/converter.hpp"
#include "focus_billing/format/date_pattern.hpp"
#include "focus_billing/format/number_format.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/text.hpp"
#include "focus_billing/model/text_template.hpp"

namespace focus_billing {

namespace {

constexpr std::int64_t day = 86'400;

void add_columns(const CsvExpression& expression, std::set<std::string>& names) {
    for (const auto& operand : expression.operands)
        add_columns(operand, names);
    switch (expression.operation) {
    case CsvOperation::column: names.insert(expression.text); return;
    case CsvOperation::text:
        static_cast<void>(read_cell_template(
            expression.text, [](std::string_view) {},
            [&](std::string_view name) { names.emplace(name); }));
        return;
    case CsvOperation::date:
    case CsvOperation::lookup:
    case CsvOperation::lower:
    case CsvOperation::upper:
        if (expression.operands.empty())
            names.insert(expression.text);
        return;
    default: return;
    }
}

// What a finding calls the value of an expression.
std::string name_of(const CsvExpression& expression) {
    const auto* inner = &expression;
    while (!inner->operands.empty())
        inner = &inner->operands.front();
    return inner->text;
}

}  // namespace

CsvMapRow::CsvMapRow(const CsvMap& map, BillingPeriod period, Report report)
    : m_map(map), m_period(period), m_report(std::move(report)) {
    if (map.time_zone == "UTC")
        return;
    m_zone = TimeZone::find(map.time_zone);
    if (!m_zone)
        throw std::logic_error("a time zone that was not checked: " + map.time_zone);
}

void CsvMapRow::set_header(const std::vector<std::string>& header) {
    m_header.clear();
    m_places.clear();
    for (const auto& name : header) {
        m_header.push_back(with_commas(name));
        m_places.emplace(m_header.back(), m_header.size() - 1);
    }
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

std::string CsvMapRow::cell(const std::string& column) {
    const auto place = m_places.find(column);
    if (place == m_places.end())
        return {};
    const auto text = trimmed(m_record.text(place->second));
    if (m_map.delimiter == ',' || m_record.is_quoted(place->second))
        return std::string(text);
    return with_commas(text);
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
                m_report("a quotient by 0", name_of(operand), "leave such rows out with skip_when");
                return std::nullopt;
            }
            result = quotient(*result, *value);
        }
    }
    return result;
}

// What stands in the map has a point; what stands in the file is written as the file has it.
std::optional<Decimal> CsvMapRow::written_number(const CsvExpression& expression) {
    const auto written = text(expression);
    if (!written || written->empty())
        return std::nullopt;
    const bool is_of_map = expression.operation == CsvOperation::lookup ||
                           expression.operation == CsvOperation::constant;
    const NumberSeparators separators{.decimal = m_map.decimal_point, .thousands = m_map.thousands};
    const auto parsed =
        is_of_map ? parse_decimal(*written) : parse_grouped_number(*written, separators);
    if (parsed.fault == DecimalFault::none)
        return parsed.value;
    m_report(name_of(expression) + " is no number", *written,
             "set decimal and thousands under input as the file has them");
    return std::nullopt;
}

std::optional<Decimal> CsvMapRow::number(const CsvExpression& expression) {
    switch (expression.operation) {
    case CsvOperation::sum:
    case CsvOperation::difference:
    case CsvOperation::product:
    case CsvOperation::quotient: return calculate(expression);
    default: return written_number(expression);
    }
}

std::string CsvMapRow::filled(std::string_view text) {
    std::string result;
    static_cast<void>(read_cell_template(
        text, [&](std::string_view kept) { result += kept; },
        [&](std::string_view name) { result += cell(std::string(name)); }));
    return std::string(trimmed(result));
}

std::optional<std::string> CsvMapRow::source_text(const CsvExpression& expression) {
    return expression.operands.empty() ? cell(expression.text) : text(expression.operands.front());
}

std::optional<std::string> CsvMapRow::looked_up(const CsvExpression& expression) {
    const auto written = source_text(expression);
    if (!written)
        return std::nullopt;
    const auto found = expression.table.find(*written);
    if (found != expression.table.end())
        return found->second;
    if (expression.otherwise)
        return expression.otherwise;
    m_report("the table for " + name_of(expression) + " has no such entry", *written,
             "add it on line " + std::to_string(expression.line) +
                 " of the map, or give the lookup a default");
    return std::nullopt;
}

std::optional<std::string> CsvMapRow::text(const CsvExpression& expression) {
    const auto changed = [&](const auto& change) {
        const auto written = source_text(expression);
        return written ? std::optional(change(*written)) : std::nullopt;
    };
    switch (expression.operation) {
    case CsvOperation::column: return cell(expression.text);
    case CsvOperation::constant: return expression.text;
    case CsvOperation::text: return filled(expression.text);
    case CsvOperation::lookup: return looked_up(expression);
    case CsvOperation::lower: return changed([](std::string_view t) { return lower_case(t); });
    case CsvOperation::upper: return changed([](std::string_view t) { return upper_case(t); });
    case CsvOperation::date:
    case CsvOperation::period: {
        const auto value = time(expression);
        return value ? std::optional(instant_text(value->instant)) : std::nullopt;
    }
    default: break;
    }
    const auto value = number(expression);
    return value ? std::optional(value->text()) : std::nullopt;
}

std::optional<CsvTime> CsvMapRow::read_time(const CsvExpression& expression) {
    const auto written =
        expression.operation == CsvOperation::date ? source_text(expression) : text(expression);
    if (!written)
        return std::nullopt;
    const auto date = parse_date(*written, expression.form);
    if (!date) {
        m_report(name_of(expression) + " is no date" +
                     (expression.form.empty() ? "" : " of the form " + expression.form),
                 *written, "name its form in the map: {date: Day, form: M/D/YYYY}");
        return std::nullopt;
    }
    CsvTime time{.instant = date->instant, .has_day = date->has_day};
    if (m_zone && !date->has_zone)
        time.instant.seconds = m_zone->meaning({date->instant.seconds}).first.seconds;
    return time;
}

std::optional<CsvTime> CsvMapRow::time(const CsvExpression& expression) {
    if (expression.operation == CsvOperation::period) {
        const auto whole = month(m_period);
        return CsvTime{.instant = expression.is_end ? whole.end : whole.start, .has_day = false};
    }
    auto time = read_time(expression);
    if (time && expression.inclusive)
        time->instant = end_of(*time);
    return time;
}

ChargePeriod CsvMapRow::month(BillingPeriod period) {
    return m_zone ? m_zone->month(period) : whole_month(period);
}

BillingPeriod CsvMapRow::month_of(Instant time) {
    return focus_billing::month_of(m_zone ? m_zone->day_in_utc(time) : time);
}

Instant CsvMapRow::end_of(const CsvTime& time) {
    if (!time.has_day)
        return month(month_of(time.instant)).end;
    if (m_zone)
        return m_zone->next_day(time.instant);
    const auto seconds = time.instant.seconds;
    const auto begun = seconds % day < 0 ? seconds % day + day : seconds % day;
    return {seconds - begun + day, 0};
}

}  // namespace focus_billing
