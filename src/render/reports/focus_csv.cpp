#include "focus_billing/render/reports/focus_csv.hpp"

#include "focus_billing/format/json.hpp"

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 12> typed_columns = {
    "BillingPeriodStart", "BillingPeriodEnd",    "ChargePeriodStart", "ChargePeriodEnd",
    "BilledCost",         "ContractedCost",      "EffectiveCost",     "ListCost",
    "ListUnitPrice",      "ContractedUnitPrice", "PricingQuantity",   "ConsumedQuantity"};
constexpr std::array<std::string_view, 3> mark_columns = {"x_ConverterName", "x_ConverterVersion",
                                                          "x_ConfigHash"};

void add_number(CsvWriter& writer, const Decimal& number) {
    Decimal::TextBuffer buffer;
    writer.add_number(number.text(buffer));
}

void add_number(CsvWriter& writer, const std::optional<Decimal>& number) {
    if (number) {
        add_number(writer, *number);
    } else {
        writer.add_null();
    }
}

void add_text(CsvWriter& writer, const std::string& text) {
    if (text.empty()) {
        writer.add_null();
    } else {
        writer.add_text(text);
    }
}

void write_tags(const std::vector<FocusTag>& tags, std::string& json) {
    json.clear();
    for (const auto& [key, value] : tags) {
        json += json.empty() ? "{" : ", ";
        append_json_string(key, json);
        json += ": ";
        append_json_string(value, json);
    }
    if (!json.empty())
        json += "}";
}

}  // namespace

FocusCsv::FocusCsv(ConverterMark mark, std::vector<std::string> extra_columns)
    : m_mark(std::move(mark)), m_extra_columns(std::move(extra_columns)),
      m_writer(CsvDialect{.delimiter = ',', .always_quotes = false, .line_end = "\n"}) {}

void FocusCsv::add_repeated(std::size_t column, const std::string& text) {
    Cell& cell = m_cells[column];
    if (cell.text != text) {
        cell.text = text;
        cell.written = m_writer.written(text);
    }
    m_writer.add_written(cell.written);
}

std::string FocusCsv::header() {
    for (const auto column : typed_columns)
        m_writer.add_constant(column);
    for (const auto column : focus_text_names)
        m_writer.add_constant(column);
    m_writer.add_constant("Tags");
    for (const auto column : mark_columns)
        m_writer.add_constant(column);
    for (const auto& column : m_extra_columns)
        m_writer.add_constant(column);
    return m_writer.take_record();
}

void FocusCsv::append(const FocusRow& row, std::string& text) {
    const auto first_day = [](BillingPeriod period) { return period.text() + "-01T00:00:00Z"; };
    if (row.billing_period != m_period || m_period_start.empty()) {
        m_period = row.billing_period;
        m_period_start = first_day(m_period);
        m_period_end = first_day(m_period.next());
    }
    m_writer.add_constant(m_period_start);
    m_writer.add_constant(m_period_end);
    m_writer.add_constant(instant_text(row.charge_period.start));
    m_writer.add_constant(instant_text(row.charge_period.end));
    for (const auto* cost :
         {&row.billed_cost, &row.contracted_cost, &row.effective_cost, &row.list_cost})
        add_number(m_writer, *cost);
    for (const auto* number : {&row.list_unit_price, &row.contracted_unit_price,
                               &row.pricing_quantity, &row.consumed_quantity})
        add_number(m_writer, *number);
    for (std::size_t i = 0; i < row.texts.size(); ++i)
        add_repeated(i, row.texts[i]);
    write_tags(row.tags, m_tags);
    add_repeated(row.texts.size(), m_tags);
    for (const auto* mark : {&m_mark.name, &m_mark.version, &m_mark.config_hash})
        m_writer.add_constant(*mark);
    for (const auto& cell : row.extras)
        add_text(m_writer, cell);
    m_writer.append_record(text);
}

}  // namespace focus_billing
