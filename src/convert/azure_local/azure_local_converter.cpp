#include "convert/azure_local/azure_local_converter.hpp"

#include <algorithm>

#include "convert/azure_local/machine_notes.hpp"
#include "convert/provider_dates.hpp"
#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view quantity = "machines";
constexpr std::size_t shown_notes = 80;

std::string names_of(const std::map<std::string, AnnualPrice>& prices) {
    std::string names;
    for (const auto& [name, price] : prices)
        names += (names.empty() ? "" : ", ") + name;
    return names;
}

std::int64_t day_of(Instant time) {
    return time.seconds / day_seconds;
}

std::string day_text(Instant time) {
    return instant_text(time).substr(0, 10);
}

Decimal number_of(std::size_t count) {
    return whole_number(static_cast<std::int64_t>(count));
}

// Cut between characters.
std::string beginning(const std::string& notes) {
    auto size = std::min(notes.size(), shown_notes);
    while (size < notes.size() && size > 0 && (notes[size] & '\xC0') == '\x80')
        --size;
    return notes.substr(0, size);
}

}  // namespace

AzureLocalConverter::AzureLocalConverter(const ConversionBasics& basics,
                                         const AzureLocalPricing& terms, BillingPeriod period,
                                         const ConverterOutput& output)
    : m_basics(basics), m_terms(terms), m_period(period), m_month(whole_month(period)),
      m_output(output), m_excluded(terms.exclude) {}

std::vector<std::string> AzureLocalConverter::extra_columns() const {
    return {"x_Tier", "x_Addons", "x_Days", "x_SubsidyPercent", "x_State"};
}

void AzureLocalConverter::report(int code, const Machine& machine, std::string message,
                                 std::string value, std::string help) const {
    m_output.on_finding(make_diagnostic(
        code, {.file = machine.file, .line = machine.line, .column = 0},
        "machine " + machine.name + ": " + std::move(message), std::move(value), std::move(help)));
}

void AzureLocalConverter::read(const ConverterInput& input) {
    const bool goes_on = read_machines(
        input, [&](const Machine& machine) { take(machine); }, m_output.on_finding);
    (goes_on ? m_goes_on : m_ends) = true;
}

void AzureLocalConverter::finish() {
    if (!m_goes_on || m_ends)
        return;
    m_output.on_finding(make_diagnostic(622, {},
                                        "the list of machines goes on in a page that is not there",
                                        {}, "export all pages, until there is no nextLink"));
}

void AzureLocalConverter::skip(const std::string& reason) {
    m_output.totals.add_part(quantity, reason, whole_number(1));
}

// Machines that were made anew have the name of the old one, and another id or time.
bool AzureLocalConverter::is_new(const Machine& machine) {
    const auto created = parse_machine_time(machine.created);
    const auto identity =
        machine.id.empty()
            ? machine.name + "\n" + (created ? instant_text(*created) : machine.created)
            : lower_case(machine.id);
    if (!m_seen.insert(identity).second) {
        report(607, machine, "it was read before; it is charged once", machine.name,
               "name each inventory once");
        return false;
    }
    if (!m_names.insert(machine.name).second) {
        report(642, machine, "another one has this name; both are charged",
               machine.id.empty() ? machine.created : machine.id,
               "leave out the inventory that has the same machine in another form");
    }
    return true;
}

void AzureLocalConverter::take(const Machine& machine) {
    m_output.totals.add_in(quantity, whole_number(1));
    if (m_excluded.match(machine.name))
        return skip("excluded");
    if (!is_new(machine))
        return skip("read before");
    try {
        take_new(machine);
    } catch (const DecimalOverflow& overflow) {
        report(606, machine, overflow.what(), {}, "look for a price that is out of all proportion");
    }
}

void AzureLocalConverter::take_new(const Machine& machine) {
    std::optional<Instant> created;
    if (!read_time(machine, machine.created, created))
        return;
    if (created && *created >= m_month.end)
        return skip("made after the month");
    JsonValue notes;
    if (!read_notes(machine, notes))
        return;
    if (is_no(notes.text_at(m_terms.fields.active)))
        return skip("not active");
    take_days(machine, notes, created);
}

bool AzureLocalConverter::read_time(const Machine& machine, const std::string& text,
                                    std::optional<Instant>& time) const {
    if (trimmed(text).empty())
        return true;
    time = parse_machine_time(text);
    if (!time) {
        report(602, machine, "a time cannot be read", text,
               "write it as YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ");
    }
    return time.has_value();
}

bool AzureLocalConverter::read_notes(const Machine& machine, JsonValue& notes) const {
    const auto text = trimmed(machine.notes);
    if (text.empty())
        return true;
    if (!parse_json(text, notes) && notes.kind == JsonKind::object)
        return true;
    notes = JsonValue{};
    const auto& usual = m_terms.default_tier;
    const std::string help = "write one of " + names_of(m_terms.tiers) +
                             " into its notes, such as {\"tier\": \"" +
                             (m_terms.tiers.empty() ? "" : m_terms.tiers.begin()->first) + "\"}";
    if (usual.empty()) {
        report(631, machine, "its notes are no JSON object", beginning(machine.notes),
               help + ", or set default_tier");
    } else if (text.front() == '{') {
        report(640, machine, "its notes are no JSON object; it is charged as '" + usual + "'",
               beginning(machine.notes), help);
    }
    return !usual.empty();
}

// The days on which it was made and deleted count.
void AzureLocalConverter::take_days(const Machine& machine, const JsonValue& notes,
                                    std::optional<Instant> created) {
    std::optional<Instant> deleted;
    const auto text = trimmed(machine.deleted).empty()
                          ? std::string(notes.text_at(m_terms.fields.deleted))
                          : machine.deleted;
    if (!read_time(machine, text, deleted))
        return;
    if (created && deleted && *deleted < *created && day_of(*deleted) != day_of(*created)) {
        report(641, machine, "it was deleted before it was made",
               day_text(*created) + ", " + day_text(*deleted), "mend its times");
        return;
    }
    if (deleted && *deleted < m_month.start)
        return skip("deleted before the month");
    const auto first = day_of(m_month.start);
    const auto days = day_of(m_month.end) - first;
    const auto from = created ? std::max<std::int64_t>(day_of(*created) - first, 0) : 0;
    const auto until = deleted ? std::min(day_of(*deleted) - first + 1, days) : days;
    skip("charged");
    charge({.machine = machine,
            .notes = notes,
            .days = {static_cast<std::size_t>(from), static_cast<std::size_t>(until)}});
}

void AzureLocalConverter::charge(const Charged& charged) {
    const auto tier = tier_of(charged);
    if (!tier)
        return;
    const auto price = price_of(charged, *tier);
    const auto subsidy = subsidy_of(charged);
    if (!price || !subsidy)
        return;
    auto row = row_of(charged, *tier, *price, *subsidy);
    add_payer(row, charged);
    m_output.on_row(row);
}

std::optional<std::string> AzureLocalConverter::tier_of(const Charged& charged) const {
    const auto& [machine, notes, days] = charged;
    const std::string tier(trimmed(notes.text_at(m_terms.fields.tier)));
    const auto& usual = m_terms.default_tier;
    if (tier.empty() && usual.empty()) {
        report(631, machine, "its notes name no tier", beginning(machine.notes),
               "write one of " + names_of(m_terms.tiers) + " into its notes, or set default_tier");
        return std::nullopt;
    }
    if (tier.empty() || m_terms.tiers.contains(tier) || usual.empty())
        return tier.empty() ? usual : tier;
    report(640, machine, "there is no tier '" + tier + "'; it is charged as '" + usual + "'", tier,
           "name one of " + names_of(m_terms.tiers));
    return usual;
}

std::optional<AzureLocalConverter::Price>
AzureLocalConverter::price_of(const Charged& charged, const std::string& tier) const {
    const auto days = static_cast<std::size_t>(day_of(m_month.end) - day_of(m_month.start));
    Price price{.annual = std::vector<Decimal>(days), .addons = {}};
    bool has_all = add_price(charged, m_terms.tiers, tier, price);
    for (const auto& name : names_in(charged.notes.find_path(m_terms.fields.addons))) {
        has_all = add_price(charged, m_terms.addons, name, price) && has_all;
        price.addons += (price.addons.empty() ? "" : " ") + name;
    }
    return has_all ? std::optional(std::move(price)) : std::nullopt;
}

bool AzureLocalConverter::add_price(const Charged& charged,
                                    const std::map<std::string, AnnualPrice>& prices,
                                    const std::string& name, Price& price) const {
    const auto found = prices.find(name);
    if (found == prices.end()) {
        report(632, charged.machine, "there is no tier or addition '" + name + "'", name,
               prices.empty() ? "add it to the configuration" : "name one of " + names_of(prices));
        return false;
    }
    const auto missing =
        add_annual_prices(found->second.prices, m_month.start, charged.days, price.annual);
    if (!missing)
        return true;
    const Instant day{m_month.start.seconds + static_cast<std::int64_t>(*missing) * day_seconds, 0};
    report(605, charged.machine, "'" + name + "' has no price on " + day_text(day), name,
           "add one with from and until");
    return false;
}

std::optional<Decimal> AzureLocalConverter::subsidy_of(const Charged& charged) const {
    const auto text = trimmed(charged.notes.text_at(m_terms.fields.subsidy));
    if (text.empty())
        return m_terms.subsidy;
    const auto part = part_of_percentage(text);
    if (!part) {
        report(602, charged.machine, "its subsidy is no number from 0 to 100", std::string(text),
               "write per cent: 25");
    }
    return part;
}

FocusRow AzureLocalConverter::row_of(const Charged& charged, const std::string& tier,
                                     const Price& price, const Decimal& subsidy) const {
    using enum FocusText;
    const auto& [machine, notes, days] = charged;
    const auto one = whole_number(1);
    const auto monthly = cost_of_days(price.annual, {0, price.annual.size()}, one);
    FocusRow row = make_row(m_basics, m_period);
    const auto begin = m_month.start.seconds;
    row.charge_period = {.start = {begin + static_cast<std::int64_t>(days.first) * day_seconds, 0},
                         .end = {begin + static_cast<std::int64_t>(days.last) * day_seconds, 0}};
    set_costs(row, monthly, cost_of_days(price.annual, days, difference(one, subsidy)));
    set_quantity(row, one, "VM-Months", monthly);
    row.consumed_quantity = quotient(number_of(days.count()), number_of(price.annual.size()));
    row[resource_id] = machine.id.empty() ? machine.name : machine.id;
    row[resource_name] = machine.name;
    row[resource_type] = "Virtual Machine";
    row[charge_description] =
        machine.name + ", " + tier + (price.addons.empty() ? "" : " with " + price.addons);
    row[sku_id] = tier;
    row[sku_price_id] = tier + (price.addons.empty() ? "" : "+" + price.addons);
    row[sku_meter] = tier;
    row.extras = {tier, price.addons, number_of(days.count()).text(),
                  product(subsidy, whole_number(100)).text(), machine.state};
    return row;
}

void AzureLocalConverter::add_payer(FocusRow& row, const Charged& charged) const {
    for (std::size_t i = 0; i < attribute_count; ++i) {
        const auto field = m_terms.fields.payers.find(std::string(attribute_names[i]));
        const std::string_view name =
            field == m_terms.fields.payers.end() ? attribute_names[i] : field->second;
        add_tag(row, m_basics.tag_keys[i], trimmed(charged.notes.text_at(name)));
    }
    const auto& name = charged.machine.name;
    const auto* entry = m_basics.payers.find(name, row.charge_period.start);
    if (entry != nullptr || row.tags.empty())
        set_payer(row, entry, "machine", name, m_output.unmapped);
}

}  // namespace focus_billing
