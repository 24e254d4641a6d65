#include "convert/csv_map/csv_map_converter.hpp"

#include <algorithm>
#include <utility>

#include "convert/csv_dialect.hpp"
#include "focus_billing/format/csv_reader.hpp"
#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/currency.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/nearest_name.hpp"

namespace focus_billing {

namespace {

constexpr std::size_t most_names = 10;
constexpr std::string_view large_number_help = "look for a number that is out of all proportion";

std::optional<FocusText> text_column(std::string_view name) {
    const auto* found = std::ranges::find(focus_text_names, name);
    if (found == focus_text_names.end())
        return std::nullopt;
    return static_cast<FocusText>(found - focus_text_names.begin());
}

std::string help_for_missing(const std::string& name, const std::vector<std::string>& header) {
    if (const auto near = nearest_name(name, std::span<const std::string>(header)))
        return "did you mean '" + *near + "'?";
    if (header.size() == 1)
        return "the header is one column: see delimiter and skip_lines under input";
    std::string names;
    for (std::size_t i = 0; i < header.size() && i < most_names; ++i)
        names += (i == 0 ? "" : ", ") + header[i];
    return "the file has: " + names + (header.size() > most_names ? ", ..." : "");
}

const PayerEntry* find_entry(const PayerMap& payers, CsvPayerMatch match, const std::string& name,
                             Instant time) {
    switch (match) {
    case CsvPayerMatch::name: return payers.find(name, time);
    case CsvPayerMatch::email: return payers.find_email(name, time);
    case CsvPayerMatch::path: return payers.find_path(name, time);
    }
    return nullptr;
}

bool has_tag(const FocusRow& row, const std::string& key) {
    return std::ranges::any_of(row.tags, [&](const FocusTag& tag) { return tag.first == key; });
}

}  // namespace

CsvMapConverter::CsvMapConverter(const ConversionBasics& basics, const CsvMap& map,
                                 BillingPeriod period, const ConverterOutput& output)
    : m_basics(basics), m_map(map), m_period(period), m_output(output),
      m_cells(map, period, [this](std::string message, std::string value, std::string help) {
          report(602, std::move(message), std::move(value), std::move(help));
      }) {}

std::vector<std::string> CsvMapConverter::extra_columns() const {
    return {"x_SourceLine"};
}

void CsvMapConverter::report(int code, std::string message, std::string value, std::string help) {
    m_is_good = false;
    if (m_is_quiet)
        return;
    m_output.on_finding(
        make_diagnostic(code, {.file = m_file, .line = m_cells.record().line(), .column = 0},
                        std::move(message), std::move(value), std::move(help)));
}

bool CsvMapConverter::has_all_columns() {
    const auto missing = m_cells.missing_columns();
    const auto line = static_cast<std::uint64_t>(m_map.skip_lines) + 1;
    for (const auto& name : missing) {
        m_output.on_finding(
            make_diagnostic(670, {.file = m_file, .line = line, .column = 0},
                            "the map names the column '" + name + "', which the file has not", {},
                            help_for_missing(name, m_cells.header())));
    }
    return missing.empty();
}

void CsvMapConverter::read(const ConverterInput& input) {
    m_file = input.name;
    DialectSource source(input.bytes, m_map);
    CsvReader reader(source, input.name);
    if (auto failure = reader.read_header()) {
        if (failure->code == 101)
            failure->help = "see with skip_lines that the line of column names is read";
        m_output.on_finding(*failure);
        return;
    }
    m_cells.set_header(reader.header());
    if (!has_all_columns())
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

void CsvMapConverter::count(const std::string& currency, const std::string& part,
                            const Decimal& billed) {
    m_output.totals.add_in(currency, billed);
    m_output.totals.add_part(currency, part, billed);
}

void CsvMapConverter::take_row() {
    const auto reason = reason_to_skip();
    if (!reason.empty()) {
        pass_over(reason);
        return;
    }
    try {
        m_row = make_row(m_basics, m_period);
        const auto billed = billed_cost();
        const auto name = currency();
        set_times();
        if (!m_is_good)
            return;
        if (m_month == m_period) {
            make_charge(*name, *billed);
        } else {
            count(*name, "other months", *billed);
        }
    } catch (const DecimalOverflow& overflow) {
        report(606, overflow.what(), {}, std::string(large_number_help));
    }
}

void CsvMapConverter::make_charge(const std::string& currency, const Decimal& billed) {
    m_row[FocusText::billing_currency] = currency;
    set_texts();
    set_numbers(billed);
    set_units();
    set_tags();
    if (!m_is_good)
        return;
    find_payer();
    m_row.extras = {std::to_string(m_cells.record().line())};
    count(currency, "billed", billed);
    m_output.on_row(m_row);
}

// A row such as that of totals may lack all but its mark: a cost that is none counts 0.
void CsvMapConverter::pass_over(const std::string& reason) {
    m_is_quiet = true;
    std::optional<Decimal> billed;
    try {
        billed = billed_cost();
    } catch (const DecimalOverflow&) {
        billed.reset();
    }
    count(currency().value_or(m_basics.currency), reason, billed.value_or(Decimal{}));
    m_is_quiet = false;
}

std::optional<Decimal> CsvMapConverter::billed_cost() {
    const auto billed = m_cells.number(*m_map.find("BilledCost"));
    if (!billed && m_is_good)
        report(602, "the row has no BilledCost", {}, "leave such rows out with skip_when");
    return billed;
}

std::optional<std::string> CsvMapConverter::currency() {
    const auto* expression = m_map.find("BillingCurrency");
    if (expression == nullptr)
        return m_basics.currency;
    auto text = m_cells.text(*expression);
    if (!text || is_currency(*text))
        return text;
    report(602, "BillingCurrency is no currency", *text,
           "three capital letters are wanted: {upper: Currency} makes capitals");
    return std::nullopt;
}

void CsvMapConverter::set_times() {
    const auto* month = m_map.find("BillingPeriodStart");
    const auto* begin = m_map.find("ChargePeriodStart");
    auto of_month = month == nullptr ? std::nullopt : m_cells.time(*month);
    auto start = begin == nullptr ? of_month : m_cells.time(*begin);
    if (!start || (month != nullptr && !of_month))
        return;
    m_month = m_cells.month_of(of_month.value_or(*start).instant);
    // The day of a month that stands for a whole one says nothing.
    if (begin == nullptr)
        start->has_day = false;
    set_end(*start);
}

void CsvMapConverter::set_end(const CsvTime& start) {
    m_row.charge_period = {.start = start.instant, .end = m_cells.end_of(start)};
    const auto* expression = m_map.find("ChargePeriodEnd");
    if (expression == nullptr)
        return;
    const auto end = m_cells.time(*expression);
    if (!end)
        return;
    m_row.charge_period.end = end->instant;
    if (end->instant <= start.instant)
        report(602, "ChargePeriodEnd is not behind ChargePeriodStart", instant_text(end->instant),
               "a last day needs inclusive: true");
}

// An empty cell leaves what the section has.
void CsvMapConverter::set_texts() {
    for (const auto& [name, expression] : m_map.columns) {
        const auto column = text_column(name);
        if (!column || *column == FocusText::billing_currency)
            continue;
        const auto text = m_cells.text(expression);
        if (text && !text->empty())
            m_row[*column] = *text;
    }
}

void CsvMapConverter::set_numbers(const Decimal& billed) {
    const auto number = [&](std::string_view name) {
        const auto* expression = m_map.find(name);
        return expression == nullptr ? std::nullopt : m_cells.number(*expression);
    };
    m_row.billed_cost = billed;
    m_row.list_cost = number("ListCost").value_or(billed);
    m_row.contracted_cost = number("ContractedCost").value_or(billed);
    m_row.effective_cost = number("EffectiveCost").value_or(billed);
    m_row.list_unit_price = number("ListUnitPrice");
    m_row.contracted_unit_price = number("ContractedUnitPrice");
    m_row.consumed_quantity = number("ConsumedQuantity");
    m_row.pricing_quantity = number("PricingQuantity");
}

// FOCUS 1.2: a quantity has a unit, and usage has a quantity with a price.
void CsvMapConverter::set_units() {
    using enum FocusText;
    if (m_row.consumed_quantity && m_row[consumed_unit].empty())
        m_row[consumed_unit] = m_row[pricing_unit].empty() ? "Units" : m_row[pricing_unit];
    if (!m_row.pricing_quantity && m_row.consumed_quantity) {
        m_row.pricing_quantity = m_row.consumed_quantity;
        if (m_row[pricing_unit].empty())
            m_row[pricing_unit] = m_row[consumed_unit];
    }
    if (m_row.pricing_quantity && m_row[pricing_unit].empty())
        m_row[pricing_unit] = "Units";
    if (m_row[charge_category] != "Usage")
        return;
    if (m_row[sku_id].empty())
        m_row[sku_id] = m_row[service_name];
    if (m_row[sku_price_id].empty())
        m_row[sku_price_id] = m_row[sku_id];
}

void CsvMapConverter::set_tags() {
    for (const auto& [key, expression] : m_map.tags)
        add_tag(m_row, key, m_cells.text(expression).value_or(""));
}

// Tags of the map come before those of the payer, and a row that says who pays needs none.
void CsvMapConverter::find_payer() {
    if (!m_map.payer)
        return;
    const auto name = m_cells.text(*m_map.payer).value_or("");
    const auto* entry =
        find_entry(m_basics.payers, m_map.payer_match, name, m_row.charge_period.start);
    if (entry != nullptr || !has_tag(m_row, m_basics.tag_keys[index_of(Attribute::pi_email)]))
        set_payer(m_row, entry, m_map.payer_kind, name, m_output.unmapped);
}

}  // namespace focus_billing
