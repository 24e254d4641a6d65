#include "focus_billing/convert/csv_map_converter.hpp"

#include <algorithm>

#include "focus_billing/convert/provider_date.hpp"
#include "focus_billing/format/csv_reader.hpp"
#include "focus_billing/format/line_reader.hpp"
#include "focus_billing/model/decimal_arithmetic.hpp"

namespace focus_billing {

namespace {

constexpr std::int64_t day = 86'400;

// Leaves out lines before the header, and exchanges the delimiter and the comma outside quotes, so
// that what follows reads commas alone.
class DialectSource : public ByteSource {
public:
    DialectSource(ByteSource& source, const CsvMap& map)
        : m_source(source), m_delimiter(map.delimiter), m_skip(map.skip_lines) {}

    std::size_t read(char* buffer, std::size_t size) override {
        while (true) {
            auto count = m_source.read(buffer, size);
            if (count == 0)
                return 0;
            count = without_skipped(buffer, count);
            if (m_delimiter != ',')
                std::for_each(buffer, buffer + count, [&](char& c) { exchange(c); });
            if (count > 0)
                return count;
        }
    }

private:
    std::size_t without_skipped(char* buffer, std::size_t count) {
        std::size_t begin = 0;
        while (m_skip > 0 && begin < count) {
            if (buffer[begin++] == '\n')
                --m_skip;
        }
        std::copy(buffer + begin, buffer + count, buffer);
        return count - begin;
    }
    void exchange(char& c) {
        if (c == '"') {
            m_quoted = !m_quoted;
        } else if (!m_quoted && c == m_delimiter) {
            c = ',';
        } else if (!m_quoted && c == ',') {
            c = m_delimiter;
        }
    }

    ByteSource& m_source;
    char m_delimiter;
    int m_skip;
    bool m_quoted = false;
};

std::optional<FocusText> text_column(std::string_view name) {
    const auto* found = std::ranges::find(focus_text_names, name);
    if (found == focus_text_names.end())
        return std::nullopt;
    return static_cast<FocusText>(found - focus_text_names.begin());
}

}  // namespace

CsvMapConverter::CsvMapConverter(const ConversionBasics& basics, const CsvMap& map,
                                 BillingPeriod period, const ConverterOutput& output)
    : m_basics(basics), m_map(map), m_period(period), m_output(output),
      m_cells(map, [this](std::string message, std::string value, std::string help) {
          report(602, std::move(message), std::move(value), std::move(help));
      }) {}

std::vector<std::string> CsvMapConverter::extra_columns() const {
    return {"x_SourceLine"};
}

void CsvMapConverter::report(int code, std::string message, std::string value, std::string help) {
    m_is_good = false;
    const auto line = m_cells.record().line() + static_cast<std::uint64_t>(m_map.skip_lines);
    m_output.on_finding(make_diagnostic(code, {.file = m_file, .line = line, .column = 0},
                                        std::move(message), std::move(value), std::move(help)));
}

void CsvMapConverter::read(const ConverterInput& input) {
    m_file = input.name;
    DialectSource source(input.bytes, m_map);
    CsvReader reader(source, input.name);
    if (const auto failure = reader.read_header()) {
        m_output.on_finding(*failure);
        return;
    }
    m_cells.set_header(reader.header());
    bool has_all = true;
    for (const auto& name : m_cells.missing_columns()) {
        has_all = false;
        m_output.on_finding(make_diagnostic(
            670, {.file = m_file, .line = 1, .column = 0},
            "the map names the column '" + name + "', which the file has not", {},
            "mend the map, or see with delimiter and skip_lines that the header is read"));
    }
    if (!has_all)
        return;
    while (auto block = reader.next_block()) {
        while (block->next(m_cells.record())) {
            m_is_good = true;
            if (m_cells.record().size() == reader.header().size()) {
                take_row();
                continue;
            }
            report(601,
                   "the row has " + std::to_string(m_cells.record().size()) +
                       " fields, the header " + std::to_string(reader.header().size()),
                   {}, "put a text that has the delimiter in quotes");
        }
        if (block->failure())
            m_output.on_finding(*block->failure());
    }
}

std::string CsvMapConverter::reason_to_skip() {
    for (const auto& skip : m_map.skips) {
        if (std::ranges::find(skip.equals, m_cells.cell(skip.column)) != skip.equals.end())
            return skip.reason;
    }
    return {};
}

void CsvMapConverter::take_row() {
    try {
        const auto reason = reason_to_skip();
        const auto billed = m_cells.number(*m_map.find("BilledCost"));
        if (!billed && !reason.empty() && m_is_good) {
            m_output.totals.add_in(m_basics.currency, Decimal{});
            m_output.totals.add_part(m_basics.currency, reason, Decimal{});
            return;
        }
        if (!billed) {
            if (m_is_good)
                report(602, "the row has no BilledCost", {}, "leave such rows out with skip_when");
            return;
        }
        m_row = make_row(m_basics, m_period);
        if (!set_texts())
            return;
        const auto currency = m_row[FocusText::billing_currency];
        if (!reason.empty()) {
            m_output.totals.add_in(currency, *billed);
            m_output.totals.add_part(currency, reason, *billed);
            return;
        }
        if (!make(*billed))
            return;
        const bool is_of_month = m_month == m_period;
        m_output.totals.add_in(currency, *billed);
        m_output.totals.add_part(currency, is_of_month ? "billed" : "other months", *billed);
        if (!is_of_month)
            return;
        if (m_map.payer) {
            const auto name = m_cells.text(*m_map.payer).value_or("");
            set_payer(m_row, m_basics.payers.find(name, m_row.charge_period.start),
                      m_map.payer_kind, name, m_output.unmapped);
        }
        m_output.on_row(m_row);
    } catch (const DecimalOverflow& overflow) {
        report(606, overflow.what(), {}, "look for a number that is out of all proportion");
    }
}

bool CsvMapConverter::make(const Decimal& billed) {
    if (!set_times())
        return false;
    set_numbers(billed);
    set_tags();
    m_row.extras = {
        std::to_string(m_cells.record().line() + static_cast<std::uint64_t>(m_map.skip_lines))};
    return m_is_good;
}

bool CsvMapConverter::set_texts() {
    for (const auto& [name, expression] : m_map.columns) {
        const auto column = text_column(name);
        if (!column)
            continue;
        const auto text = m_cells.text(expression);
        if (!text)
            return false;
        m_row[*column] = *text;
    }
    const auto& currency = m_row[FocusText::billing_currency];
    if (currency.size() == 3)
        return true;
    report(602, "BillingCurrency is no currency", currency, "write three letters: USD");
    return false;
}

bool CsvMapConverter::set_times() {
    const auto start = m_cells.instant(*m_map.find("ChargePeriodStart"));
    if (!start)
        return false;
    m_row.charge_period = {.start = *start, .end = {start->seconds + day, 0}};
    if (const auto* expression = m_map.find("ChargePeriodEnd")) {
        const auto end = m_cells.instant(*expression);
        if (!end)
            return false;
        if (*end <= *start) {
            report(602, "ChargePeriodEnd is not behind ChargePeriodStart", instant_text(*end),
                   "a last day needs inclusive: true");
            return false;
        }
        m_row.charge_period.end = *end;
    }
    m_month = month_of(*start);
    if (const auto* expression = m_map.find("BillingPeriodStart")) {
        const auto month = m_cells.instant(*expression);
        if (!month)
            return false;
        m_month = month_of(*month);
    }
    return true;
}

void CsvMapConverter::set_numbers(const Decimal& billed) {
    using enum FocusText;
    set_costs(m_row, billed, billed);
    const auto number = [&](const char* name) {
        const auto* expression = m_map.find(name);
        return expression == nullptr ? std::nullopt : m_cells.number(*expression);
    };
    m_row.list_cost = number("ListCost").value_or(billed);
    m_row.contracted_cost = number("ContractedCost").value_or(billed);
    m_row.effective_cost = number("EffectiveCost").value_or(billed);
    m_row.list_unit_price = number("ListUnitPrice");
    m_row.contracted_unit_price = number("ContractedUnitPrice");
    m_row.consumed_quantity = number("ConsumedQuantity");
    m_row.pricing_quantity = number("PricingQuantity");
    if (!m_row.pricing_quantity && m_row.consumed_quantity) {
        m_row.pricing_quantity = m_row.consumed_quantity;
        if (m_row[pricing_unit].empty())
            m_row[pricing_unit] = m_row[consumed_unit];
    }
    if (m_row[charge_category] == "Usage") {
        if (m_row[sku_id].empty())
            m_row[sku_id] = m_row[service_name];
        if (m_row[sku_price_id].empty())
            m_row[sku_price_id] = m_row[sku_id];
    }
}

void CsvMapConverter::set_tags() {
    for (const auto& [key, expression] : m_map.tags)
        add_tag(m_row, key, m_cells.text(expression).value_or(""));
}

}  // namespace focus_billing
