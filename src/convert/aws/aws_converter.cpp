#include "convert/aws/aws_converter.hpp"

#include <algorithm>
#include <array>

#include "convert/aws/aws_columns.hpp"
#include "convert/azure/service_table.hpp"
#include "convert/provider_dates.hpp"
#include "focus_billing/format/json.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

namespace {

using enum AwsColumns::Column;

const std::vector<CsvColumn>& columns() {
    return AwsColumns::all();
}

constexpr std::int64_t hour = 3600;
constexpr std::int64_t day = 24 * hour;

struct TypeEntry {
    std::string_view type;
    std::string_view category;
    std::string_view frequency;
};

constexpr std::array<TypeEntry, 16> types = {{
    {"Usage", "Usage", "Usage-Based"},
    {"DiscountedUsage", "Usage", "Usage-Based"},
    {"SavingsPlanCoveredUsage", "Usage", "Usage-Based"},
    {"SavingsPlanNegation", "Usage", "Usage-Based"},
    {"Discount", "Usage", "Usage-Based"},
    {"BundledDiscount", "Usage", "Usage-Based"},
    {"EdpDiscount", "Usage", "Usage-Based"},
    {"PrivateRateDiscount", "Usage", "Usage-Based"},
    {"RiVolumeDiscount", "Usage", "Usage-Based"},
    {"Tax", "Tax", "Usage-Based"},
    {"Fee", "Purchase", "One-Time"},
    {"RIFee", "Purchase", "Recurring"},
    {"SavingsPlanUpfrontFee", "Purchase", "One-Time"},
    {"SavingsPlanRecurringFee", "Purchase", "Recurring"},
    {"Credit", "Credit", "One-Time"},
    {"Refund", "Adjustment", "One-Time"},
}};

const TypeEntry* entry_of(std::string_view name) {
    const auto* found = std::ranges::find(types, name, &TypeEntry::type);
    return found == types.end() ? nullptr : found;
}

std::string_view last_segment(std::string_view arn) {
    const auto at = arn.find_last_of("/:");
    return at == std::string_view::npos ? arn : arn.substr(at + 1);
}

}  // namespace

AwsConverter::AwsConverter(const ConversionBasics& basics, BillingPeriod period,
                           const ConverterOutput& output)
    : m_basics(basics), m_period(period), m_output(output) {}

std::vector<std::string> AwsConverter::extra_columns() const {
    return {"x_LineItemType", "x_UsageType", "x_Operation", "x_SourceLine"};
}

void AwsConverter::read(const ConverterInput& input) {
    CsvTable table(input, columns(), m_output.on_finding);
    m_table = &table;
    m_told_missing.clear();
    table.for_each_row([&] { take_row(); },
                       [&] { m_tag_columns = aws_tag_columns(m_table->header()); });
    m_table = nullptr;
}

std::optional<Decimal> AwsConverter::net_or_plain(std::size_t net, std::size_t plain) {
    const auto found = m_table->number(net);
    return found ? found : m_table->number(plain);
}

void AwsConverter::take_row() {
    const auto amount_billed = net_or_plain(net_cost, cost);
    if (!amount_billed) {
        if (m_table->text(cost).empty())
            m_table->report(602, cost, "the line item has no cost", {}, "export the report again");
        return;
    }
    auto bill_currency = std::string(m_table->text(currency));
    if (bill_currency.empty())
        bill_currency = m_basics.currency;
    m_output.totals.add_in(bill_currency, *amount_billed);
    try {
        convert_row(*amount_billed, bill_currency);
    } catch (const DecimalOverflow& overflow) {
        m_table->report(606, cost, overflow.what(), std::string(m_table->text(amount)),
                        "look for a rate or an amount that is out of all proportion");
    }
}

void AwsConverter::convert_row(const Decimal& amount_billed, const std::string& bill_currency) {
    m_row = make_row(m_basics, m_period);
    m_row[FocusText::billing_currency] = bill_currency;
    m_row.extras = {std::string(m_table->text(type)), std::string(m_table->text(usage_type)),
                    std::string(m_table->text(operation)), std::to_string(m_table->line())};
    const auto bill = parse_provider_date(m_table->text(bill_start));
    if (!bill) {
        m_table->report(602, bill_start, "the start of the bill is no date",
                        std::string(m_table->text(bill_start)), "it is written YYYY-MM-DD");
        return;
    }
    if (month_of(*bill) != m_period) {
        m_output.totals.add_part(bill_currency, "other months", amount_billed);
        return;
    }
    if (!take_times())
        return;
    take_names();
    take_kind();
    take_costs(amount_billed);
    take_commitment();
    take_tags();
    m_output.totals.add_part(bill_currency, "billed", amount_billed);
    m_output.on_row(m_row);
}

bool AwsConverter::take_times() {
    const auto start = parse_provider_date(m_table->text(usage_start));
    if (!start) {
        m_table->report(602, usage_start, "the start of the usage is no date",
                        std::string(m_table->text(usage_start)), "it is written YYYY-MM-DD");
        return false;
    }
    m_row.charge_period.start = *start;
    const auto end = end_of_usage(*start);
    if (end)
        m_row.charge_period.end = *end;
    return end.has_value();
}

// Ends are exclusive, but some line items end a second early, and a query may cut times to days.
// What ends where it starts takes an hour, as the finest line items do.
std::optional<Instant> AwsConverter::end_of_usage(Instant start) {
    const auto text = m_table->text(usage_end);
    if (text.empty())
        return Instant{start.seconds + hour, 0};
    const auto end = parse_provider_date(text);
    if (!end) {
        m_table->report(602, usage_end, "the end of the usage is no date", std::string(text),
                        "it is written YYYY-MM-DD");
        return std::nullopt;
    }
    if (*end > start)
        return end->seconds % hour == hour - 1 ? Instant{end->seconds + 1, 0} : *end;
    const bool is_day = text.find(':') == std::string_view::npos;
    return Instant{start.seconds + (is_day ? day : hour), 0};
}

// In CUR 2.0 the name of the product is in a map.
std::string AwsConverter::service_name_of(const std::string& code) {
    if (const auto name = m_table->text(product_name); !name.empty())
        return std::string(name);
    JsonValue map;
    const auto text = m_table->text(product_map);
    if (!text.empty() && !parse_json(text, map) && !map.text_at("product_name").empty())
        return std::string(map.text_at("product_name"));
    return code;
}

void AwsConverter::take_names() {
    using enum FocusText;
    const auto text = [&](AwsColumns::Column column) { return std::string(m_table->text(column)); };
    const auto code = text(product_code);
    const auto& service = aws_service(code);
    m_row[billing_account_id] =
        text(payer_account).empty() ? m_basics.billing_account : text(payer_account);
    m_row[billing_account_name] =
        text(payer_name).empty() ? m_row[billing_account_id] : text(payer_name);
    m_row[sub_account_id] = text(usage_account);
    m_row[sub_account_name] = text(usage_account_name);
    m_row[sub_account_type] = "AWS Account";
    m_row[service_name] = service_name_of(code);
    m_row[service_category] = service.category;
    m_row[service_subcategory] = service.subcategory;
    m_row[charge_description] = text(description);
    m_row[resource_id] = text(resource);
    m_row[resource_name] = last_segment(m_row[resource_id]);
    m_row[region_id] = text(region);
    m_row[region_name] = m_row[region_id];
    m_row[availability_zone] = text(zone);
    m_row[invoice_id] = text(invoice);
    if (!text(issuer).empty())
        m_row[invoice_issuer_name] = text(issuer);
}

void AwsConverter::take_kind() {
    using enum FocusText;
    const auto name = m_table->text(type);
    const auto* entry = entry_of(name);
    if (entry == nullptr) {
        m_table->report(603, type, "an unknown kind of line item; it is charged as usage",
                        std::string(name), "look it up in AWS's data dictionary");
        entry = types.data();
    }
    m_row[charge_category] = entry->category;
    m_row[charge_frequency] = entry->frequency;
    if (name == "Refund")
        m_row[charge_class] = "Correction";
    if (m_row[charge_category] == "Tax" || m_row[charge_category] == "Credit") {
        m_row[pricing_category].clear();
        return;
    }
    m_row[sku_id] = m_table->text(sku).empty() ? m_table->text(usage_type) : m_table->text(sku);
    m_row[sku_price_id] = m_table->text(rate_code).empty() ? std::string_view(m_row[sku_id])
                                                           : m_table->text(rate_code);
    m_row[sku_meter] = m_table->text(usage_type);
}

// It takes the money of covered usage back; the usage itself is in the covered line item.
bool AwsConverter::is_negation() {
    return m_table->text(type) == "SavingsPlanNegation";
}

// Columns of CUR 2.0 are chosen: without those of commitments, their costs would be 0 or be counted
// with the usage that they cover.
void AwsConverter::demand(std::size_t net, std::size_t plain) {
    if (!m_table->has(net) && !m_table->has(plain) && m_told_missing.insert(plain).second) {
        m_table->report(601, plain,
                        "the column " + columns()[plain].names.front() + " is missing, and a " +
                            std::string(m_table->text(type)) + " needs it",
                        {}, "export the report again with this column");
    }
}

Decimal AwsConverter::commitment_cost() {
    demand(plan_commitment, plan_commitment);
    demand(plan_used, plan_used);
    const auto total = m_table->number(plan_commitment).value_or(Decimal{});
    return difference(total, m_table->number(plan_used).value_or(Decimal{}));
}

Decimal AwsConverter::fee_cost() {
    demand(net_unused_upfront, unused_upfront);
    demand(net_unused_recurring, unused_recurring);
    return sum(net_or_plain(net_unused_upfront, unused_upfront).value_or(Decimal{}),
               net_or_plain(net_unused_recurring, unused_recurring).value_or(Decimal{}));
}

Decimal AwsConverter::effective_cost(const Decimal& billed) {
    const auto name = m_table->text(type);
    if (name == "SavingsPlanCoveredUsage") {
        demand(net_plan_cost, plan_cost);
        return net_or_plain(net_plan_cost, plan_cost).value_or(billed);
    }
    if (name == "SavingsPlanRecurringFee")
        return commitment_cost();
    if (is_negation() || name == "SavingsPlanUpfrontFee")
        return {};
    if (name == "DiscountedUsage") {
        demand(net_reserved_cost, reserved_cost);
        return net_or_plain(net_reserved_cost, reserved_cost).value_or(billed);
    }
    if (name == "RIFee")
        return fee_cost();
    if (name == "Fee" && !m_table->text(reservation_arn).empty())
        return {};
    return billed;
}

Decimal AwsConverter::list_cost(const Decimal& billed) {
    if (is_negation())
        return {};
    const auto rate = m_table->number(list_rate);
    const auto used = m_table->number(amount);
    const bool is_usage = m_row[FocusText::charge_category] == "Usage";
    if (is_usage && rate && used)
        return product(*rate, *used);
    const auto public_cost = m_table->number(list_cost_column);
    return is_usage && public_cost ? *public_cost : billed;
}

void AwsConverter::take_costs(const Decimal& billed) {
    using enum FocusText;
    set_costs(m_row, list_cost(billed), billed);
    m_row.effective_cost = effective_cost(billed);
    const auto used = is_negation() ? std::optional(Decimal{}) : m_table->number(amount);
    const auto& category = m_row[charge_category];
    if (!used || category == "Tax" || category == "Credit")
        return;
    const auto unit_name = m_table->text(unit).empty() ? "Units" : m_table->text(unit);
    m_row.pricing_quantity = *used;
    m_row[pricing_unit] = unit_name;
    if (category != "Usage")
        return;
    if (!is_negation())
        m_row.list_unit_price = m_table->number(list_rate);
    m_row.consumed_quantity = *used;
    m_row[consumed_unit] = unit_name;
}

void AwsConverter::take_commitment() {
    using enum FocusText;
    const auto plan = m_table->text(plan_arn);
    const auto reservation = m_table->text(reservation_arn);
    const auto arn = plan.empty() ? reservation : plan;
    if (arn.empty())
        return;
    m_row[commitment_discount_id] = arn;
    m_row[commitment_discount_name] = last_segment(arn);
    m_row[commitment_discount_category] = plan.empty() ? "Usage" : "Spend";
    m_row[commitment_discount_type] = plan.empty() ? "Reserved Instance" : "Savings Plan";
    if (m_row[charge_category] != "Usage")
        return;
    m_row[commitment_discount_status] = "Used";
    m_row[pricing_category] = "Committed";
}

void AwsConverter::take_tags() {
    for (const auto& [place, key] : m_tag_columns)
        add_tag(m_row, key, m_table->cell(place));
    const auto add_map = [&](AwsColumns::Column column, std::string (*key_of)(std::string_view)) {
        const auto text = m_table->text(column);
        if (add_json_tags(m_row, text, key_of))
            return;
        m_table->report(611, column, "the tags are no JSON object; they are kept as one tag",
                        std::string(text), "export the report again, or mend the cell");
        add_tag(m_row, columns()[column].names.front(), text);
    };
    add_map(resource_tags, key_of_aws_tag);
    static_cast<void>(add_json_tags(m_row, m_table->text(tags), key_of_resource_tag));
    add_map(tags, key_of_prefixed_tag);
    add_map(cost_category, [](std::string_view key) { return "costCategory/" + std::string(key); });
    if (const auto name = std::ranges::find(m_row.tags, "Name", &FocusTag::first);
        name != m_row.tags.end() && !m_row[FocusText::resource_id].empty())
        m_row[FocusText::resource_name] = name->second;
    complete_payer(m_row, m_basics.payers, "account", m_table->text(usage_account),
                   m_output.unmapped);
}

}  // namespace focus_billing
