#include "convert/azure/azure_converter.hpp"

#include <algorithm>
#include <array>

#include "convert/azure/azure_columns.hpp"
#include "convert/azure/service_table.hpp"
#include "convert/provider_dates.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::int64_t day = 86'400;

using enum AzureColumns::Column;

const std::vector<CsvColumn>& columns() {
    return AzureColumns::all();
}

struct TypeEntry {
    std::string_view type;
    std::string_view category;
    std::string_view charge_class;
};

constexpr std::array<TypeEntry, 8> types = {{
    {"Usage", "Usage", ""},
    {"Purchase", "Purchase", ""},
    {"Credit", "Credit", ""},
    {"Tax", "Tax", ""},
    {"UnusedReservation", "Usage", ""},
    {"UnusedSavingsPlan", "Usage", ""},
    {"Refund", "Purchase", "Correction"},
    {"RoundingAdjustment", "Adjustment", ""},
}};

bool is_commitment(std::string_view model) {
    return equals_ignoring_case(model, "Reservation") || equals_ignoring_case(model, "SavingsPlan");
}

std::string_view last_segment(std::string_view path) {
    while (path.ends_with('/'))
        path.remove_suffix(1);
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

AzureConverter::AzureConverter(const ConversionBasics& basics, BillingPeriod period,
                               const ConverterOutput& output)
    : m_basics(basics), m_period(period), m_output(output) {}

std::vector<std::string> AzureConverter::extra_columns() const {
    return {"x_ChargeType", "x_PricingModel", "x_AdditionalInfo", "x_SourceLine"};
}

void AzureConverter::read(const ConverterInput& input) {
    CsvTable table(input, columns(), m_output.on_finding);
    m_table = &table;
    m_file_covers_at_a_cost = m_file_covers_for_nothing = false;
    table.for_each_row([&] { take_row(); });
    m_has_actual = m_has_actual || (m_file_covers_for_nothing && !m_file_covers_at_a_cost);
    m_has_amortized = m_has_amortized || m_file_covers_at_a_cost;
    m_table = nullptr;
}

// Each has the whole month: together, all that no commitment covers would be charged twice.
void AzureConverter::finish() {
    if (!m_has_actual || !m_has_amortized)
        return;
    m_output.on_finding(make_diagnostic(
        650, {}, "the files have actual and amortized costs of the same month", {},
        "convert one of them: actual costs for cost: billed, amortized ones for cost: effective"));
}

void AzureConverter::take_row() {
    const auto amount = m_table->number(cost);
    if (!amount) {
        if (m_table->text(cost).empty())
            m_table->report(602, cost, "the row has no cost", {}, "export the file again");
        return;
    }
    auto bill_currency = upper_case(m_table->text(currency));
    if (bill_currency.empty())
        bill_currency = m_basics.currency;
    m_output.totals.add_in(bill_currency, *amount);
    try {
        convert_row(*amount, bill_currency);
    } catch (const DecimalOverflow& overflow) {
        m_table->report(606, cost, overflow.what(), std::string(m_table->text(quantity)),
                        "look for a price or a quantity that is out of all proportion");
    }
}

bool AzureConverter::take_month(bool& is_other) {
    const auto used = parse_provider_date(m_table->text(date));
    const auto bill_text = m_table->text(bill_start);
    const auto bill = bill_text.empty() ? used : parse_provider_date(bill_text);
    if (!used || !bill) {
        const auto wrong = used ? bill_start : date;
        m_table->report(602, wrong, "this is no date", std::string(m_table->text(wrong)),
                        "it is written MM/DD/YYYY or YYYY-MM-DD");
        return false;
    }
    is_other = month_of(*bill) != m_period;
    const auto start = used->seconds - used->seconds % day;
    m_row.charge_period = {.start = {start, 0}, .end = {start + day, 0}};
    return true;
}

void AzureConverter::convert_row(const Decimal& amount, const std::string& bill_currency) {
    m_row = make_row(m_basics, m_period);
    m_row[FocusText::billing_currency] = bill_currency;
    bool is_other = false;
    if (!take_month(is_other))
        return;
    if (is_other) {
        m_output.totals.add_part(bill_currency, "other months", amount);
        return;
    }
    m_row.extras = {std::string(m_table->text(charge_type)),
                    std::string(m_table->text(pricing_model)),
                    std::string(m_table->text(additional)), std::to_string(m_table->line())};
    take_kind();
    const bool is_covered = take_costs(amount);
    take_names();
    take_commitment();
    take_tags();
    m_output.totals.add_part(
        bill_currency, is_covered ? "covered by commitments, billed with their purchase" : "billed",
        amount);
    m_output.on_row(m_row);
}

void AzureConverter::take_kind() {
    using enum FocusText;
    const auto name = m_table->text(charge_type);
    const auto* entry = std::ranges::find_if(types, [&](const TypeEntry& type) {
        return equals_ignoring_case(type.type, name.empty() ? "Usage" : name);
    });
    if (entry == types.end()) {
        m_table->report(603, charge_type, "an unknown kind of charge; it is charged as usage",
                        std::string(name), "look it up in Azure's cost details schema");
        entry = types.data();
    }
    m_row[charge_category] = entry->category;
    m_row[charge_class] = entry->charge_class;
    const auto how_often = m_table->text(frequency);
    if (equals_ignoring_case(how_often, "OneTime")) {
        m_row[charge_frequency] = "One-Time";
    } else if (equals_ignoring_case(how_often, "Recurring")) {
        m_row[charge_frequency] = "Recurring";
    } else if (m_row[charge_category] == "Purchase") {
        m_row[charge_frequency] = "One-Time";
    }
}

Decimal AzureConverter::list_cost(const Decimal& amount) {
    if (const auto payg = m_table->number(payg_cost);
        payg && (!payg->is_zero() || amount.is_zero() || is_unused()))
        return *payg;
    const auto price = list_price();
    const auto used = m_table->number(quantity);
    return price && used ? product(*price, *used) : amount;
}

// Azure writes 0 where there is no price, and prices of an MCA in the currency of its price list.
std::optional<Decimal> AzureConverter::list_price() {
    const auto price = m_table->number(payg_price);
    if (!price || price->is_zero())
        return std::nullopt;
    const auto rate = m_table->number(exchange_rate);
    return rate && !rate->is_zero() ? product(*price, *rate) : *price;
}

bool AzureConverter::is_unused() {
    return lower_case(m_table->text(charge_type)).starts_with("unused");
}

bool AzureConverter::take_costs(const Decimal& amount) {
    using enum FocusText;
    const bool is_usage = m_row[charge_category] == "Usage";
    const bool is_purchase = m_row[charge_category] == "Purchase";
    const bool is_committed = is_commitment(m_table->text(pricing_model));
    const bool is_covered = is_usage && is_committed;
    set_costs(m_row, list_cost(amount), amount);
    if (is_covered)
        m_row.billed_cost = Decimal{};
    if (is_purchase && is_committed)
        m_row.effective_cost = Decimal{};
    m_has_actual = m_has_actual || (is_purchase && is_committed);
    const auto used = m_table->number(quantity);
    m_file_covers_at_a_cost = m_file_covers_at_a_cost || (is_covered && !amount.is_zero());
    m_file_covers_for_nothing =
        m_file_covers_for_nothing || (is_covered && amount.is_zero() && used && !used->is_zero());
    if (used && (is_usage || is_purchase)) {
        const auto unit_name =
            m_table->text(unit).empty() ? std::string_view("Units") : m_table->text(unit);
        m_row.pricing_quantity = *used;
        m_row[pricing_unit] = unit_name;
        m_row.list_unit_price = list_price();
        if (is_usage && !is_unused()) {
            m_row.consumed_quantity = *used;
            m_row[consumed_unit] = unit_name;
        }
    }
    if (!is_usage && !is_purchase)
        m_row[pricing_category].clear();
    else if (is_committed)
        m_row[pricing_category] = "Committed";
    else if (equals_ignoring_case(m_table->text(pricing_model), "Spot"))
        m_row[pricing_category] = "Dynamic";
    return is_covered;
}

void AzureConverter::take_names() {
    using enum FocusText;
    const auto text = [&](AzureColumns::Column column) {
        return std::string(m_table->text(column));
    };
    const auto set = [&](FocusText target, AzureColumns::Column column) {
        if (!text(column).empty())
            m_row[target] = text(column);
    };
    const auto& service = azure_service(text(consumed_service));
    set(billing_account_id, account);
    m_row[billing_account_name] = m_row[billing_account_id];
    set(billing_account_name, account_name);
    m_row[sub_account_id] = text(subscription);
    m_row[sub_account_name] = text(subscription_name);
    m_row[sub_account_type] = "Subscription";
    set(service_name, consumed_service);
    set(service_name, meter_category);
    m_row[service_category] = service.category;
    m_row[service_subcategory] = service.subcategory;
    m_row[charge_description] = text(product_name);
    m_row[resource_id] = text(resource);
    m_row[resource_name] = last_segment(m_row[resource_id]);
    if (!m_row[resource_id].empty())
        set(resource_name, resource_name_column);
    m_row[region_id] = text(location);
    m_row[region_name] = m_row[region_id];
    m_row[availability_zone] = text(zone);
    set(publisher_name, publisher);
    m_row[invoice_id] = text(invoice);
    if (m_row[charge_category] == "Tax")
        return;
    m_row[sku_id] = text(meter);
    m_row[sku_price_id] = text(part_number).empty() ? text(meter) : text(part_number);
    m_row[sku_meter] = text(meter_name);
}

void AzureConverter::take_commitment() {
    using enum FocusText;
    const auto model = m_table->text(pricing_model);
    if (!is_commitment(model))
        return;
    const auto id =
        m_table->text(benefit).empty() ? m_table->text(reservation) : m_table->text(benefit);
    if (id.empty())
        return;
    const bool is_reservation = equals_ignoring_case(model, "Reservation");
    m_row[commitment_discount_id] = id;
    m_row[commitment_discount_name] = m_table->text(benefit_name).empty()
                                          ? m_table->text(reservation_name)
                                          : m_table->text(benefit_name);
    m_row[commitment_discount_category] = is_reservation ? "Usage" : "Spend";
    m_row[commitment_discount_type] = is_reservation ? "Reservation" : "Savings Plan";
    if (m_row[charge_category] == "Usage") {
        m_row[commitment_discount_status] = is_unused() ? "Unused" : "Used";
    }
}

void AzureConverter::take_tags() {
    const auto text = m_table->text(tags);
    if (!add_json_tags(m_row, text, [](std::string_view key) { return std::string(key); })) {
        m_table->report(611, tags, "the tags are no JSON object; they are kept as one tag",
                        std::string(text), "mend the cell, or the tags of the resource");
        add_tag(m_row, "azure_tags", text);
    }
    complete_payer(m_row, m_basics.payers, "subscription", m_table->text(subscription),
                   m_output.unmapped);
}

}  // namespace focus_billing
