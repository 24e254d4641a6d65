#include "focus_billing/convert/azure_local_converter.hpp"

#include <algorithm>

#include "focus_billing/model/ascii.hpp"
#include "focus_billing/model/attribute.hpp"
#include "focus_billing/model/decimal_arithmetic.hpp"

namespace focus_billing {

namespace {

constexpr std::int64_t day = 86'400;
constexpr std::string_view quantity = "machines";

std::string names_of(const std::map<std::string, AnnualPrice>& prices) {
    std::string names;
    for (const auto& [name, price] : prices)
        names += (names.empty() ? "" : ", ") + name;
    return names;
}

bool is_no(std::string_view text) {
    return equals_ignoring_case(text, "false") || equals_ignoring_case(text, "no") || text == "0";
}

// A list, a text with commas, or a group of names with true and false.
std::vector<std::string> list_in(const JsonValue* value) {
    std::vector<std::string> names;
    if (value == nullptr)
        return names;
    for (const auto& item : value->items)
        names.push_back(item.text);
    for (const auto& [name, member] : value->members) {
        if (!is_no(member.text))
            names.push_back(name);
    }
    if (value->kind != JsonKind::string)
        return names;
    std::string_view rest = value->text;
    while (!rest.empty()) {
        const auto comma = rest.find(',');
        const auto name = trimmed(rest.substr(0, comma));
        if (!name.empty())
            names.emplace_back(name);
        rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
    }
    return names;
}

}  // namespace

AzureLocalConverter::AzureLocalConverter(const ConversionBasics& basics,
                                         const AzureLocalTerms& terms, BillingPeriod period,
                                         const ConverterOutput& output)
    : m_basics(basics), m_terms(terms), m_period(period), m_output(output),
      m_excluded(terms.exclude) {}

std::vector<std::string> AzureLocalConverter::extra_columns() const {
    return {"x_Tier", "x_Addons", "x_Days", "x_State"};
}

void AzureLocalConverter::report(int code, const Machine& machine, std::string message,
                                 std::string value, std::string help) const {
    m_output.on_finding(make_diagnostic(
        code, {.file = machine.file, .line = machine.line, .column = 0},
        "machine " + machine.name + ": " + std::move(message), std::move(value), std::move(help)));
}

void AzureLocalConverter::read(const ConverterInput& input) {
    read_machines(
        input, [&](const Machine& machine) { take(machine); }, m_output.on_finding);
}

bool AzureLocalConverter::read_notes(const Machine& machine, JsonValue& notes) const {
    if (trimmed(machine.notes).empty())
        return true;
    if (!parse_json(machine.notes, notes) && notes.kind == JsonKind::object)
        return true;
    notes = JsonValue{};
    if (!m_terms.default_tier.empty())
        return true;
    report(631, machine, "its notes are no JSON object", machine.notes.substr(0, 80),
           "write {\"tier\": \"small\", \"pi_email\": \"ada@example.edu\"} into its notes, or set "
           "default_tier");
    return false;
}

void AzureLocalConverter::take(const Machine& machine) {
    const auto one = whole_number(1);
    m_output.totals.add_in(quantity, one);
    const auto skip = [&](const std::string& reason) {
        m_output.totals.add_part(quantity, reason, one);
    };
    if (!m_seen.insert(machine.name).second) {
        report(607, machine, "it was read before; it is charged once", machine.name,
               "name each inventory once");
        return skip("read before");
    }
    if (m_excluded.match(machine.name))
        return skip("excluded");
    JsonValue notes;
    if (!read_notes(machine, notes) || !take_times(machine, notes))
        return;
    if (const auto reason = reason_to_skip(machine, notes); !reason.empty())
        return skip(reason);
    skip("charged");
    try {
        charge(machine, notes);
    } catch (const DecimalOverflow& overflow) {
        report(606, machine, overflow.what(), {}, "look for a price that is out of all proportion");
    }
}

bool AzureLocalConverter::take_times(const Machine& machine, const JsonValue& notes) {
    m_there = whole_month(m_period);
    const auto read = [&](const std::string& text, std::optional<Instant>& time) {
        if (text.empty())
            return true;
        time = parse_machine_time(text);
        if (!time)
            report(602, machine, "a time cannot be read", text,
                   "write it as YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ");
        return time.has_value();
    };
    std::optional<Instant> created;
    std::optional<Instant> deleted;
    const auto deleted_text = machine.deleted.empty()
                                  ? std::string(notes.text_at(m_terms.fields.deleted))
                                  : machine.deleted;
    if (!read(machine.created, created) || !read(deleted_text, deleted))
        return false;
    // The days on which it was made and deleted count.
    if (created)
        m_there.start.seconds =
            std::max(m_there.start.seconds, created->seconds - created->seconds % day);
    if (deleted)
        m_there.end.seconds =
            std::min(m_there.end.seconds, deleted->seconds - deleted->seconds % day + day);
    return true;
}

std::string AzureLocalConverter::reason_to_skip(const Machine&, const JsonValue& notes) {
    const auto month = whole_month(m_period);
    if (m_there.start >= month.end)
        return "made after the month";
    if (m_there.end <= month.start)
        return "deleted before the month";
    if (is_no(notes.text_at(m_terms.fields.active)))
        return "not active";
    return {};
}

std::optional<Decimal>
AzureLocalConverter::price_of(const Machine& machine,
                              const std::map<std::string, AnnualPrice>& prices,
                              const std::string& name) const {
    const auto found = prices.find(name);
    if (found == prices.end()) {
        report(632, machine, "there is no tier or addition '" + name + "'", name,
               prices.empty() ? "add it to the configuration" : "name one of " + names_of(prices));
        return std::nullopt;
    }
    const auto start = whole_month(m_period).start;
    for (const auto& price : found->second.prices) {
        if (price.holds_at(start))
            return price.price;
    }
    report(605, machine, "'" + name + "' has no price on the first day of " + m_period.text(), name,
           "add one with from and until");
    return std::nullopt;
}

std::optional<AzureLocalConverter::Annual>
AzureLocalConverter::annual_of(const Machine& machine, const JsonValue& notes,
                               const std::string& tier) const {
    const auto price = price_of(machine, m_terms.tiers, tier);
    if (!price)
        return std::nullopt;
    Annual annual{.price = *price, .addons = {}};
    for (const auto& name : list_in(notes.find_path(m_terms.fields.addons))) {
        const auto addition = price_of(machine, m_terms.addons, name);
        if (!addition)
            return std::nullopt;
        annual.price = sum(annual.price, *addition);
        annual.addons += (annual.addons.empty() ? "" : " ") + name;
    }
    return annual;
}

std::optional<Decimal> AzureLocalConverter::subsidy_of(const Machine& machine,
                                                       const JsonValue& notes) const {
    const auto text = trimmed(notes.text_at(m_terms.fields.subsidy));
    if (text.empty())
        return m_terms.subsidy;
    const auto percent =
        parse_decimal(text.ends_with('%') ? text.substr(0, text.size() - 1) : text);
    if (percent.fault == DecimalFault::none && percent.value >= Decimal{} &&
        percent.value <= whole_number(100))
        return product(percent.value, Decimal::of(1, 2));
    report(602, machine, "its subsidy is no number from 0 to 100", std::string(text),
           "write per cent: 25");
    return std::nullopt;
}

void AzureLocalConverter::charge(const Machine& machine, const JsonValue& notes) {
    using enum FocusText;
    auto tier = std::string(notes.text_at(m_terms.fields.tier));
    if (tier.empty())
        tier = m_terms.default_tier;
    if (tier.empty()) {
        report(631, machine, "its notes name no tier", machine.notes.substr(0, 80),
               "write one of " + names_of(m_terms.tiers) + " into its notes, or set default_tier");
        return;
    }
    const auto annual = annual_of(machine, notes, tier);
    const auto subsidy = subsidy_of(machine, notes);
    if (!annual || !subsidy)
        return;
    const auto month = whole_month(m_period);
    const auto days = whole_number((m_there.end.seconds - m_there.start.seconds) / day);
    const auto all_days = whole_number((month.end.seconds - month.start.seconds) / day);
    const auto twelve = whole_number(12);
    const auto charged_part = difference(whole_number(1), *subsidy);
    FocusRow row = make_row(m_basics, m_period);
    row.charge_period = m_there;
    const auto monthly = quotient(annual->price, twelve);
    set_costs(
        row, monthly,
        quotient(product(product(annual->price, days), charged_part), product(twelve, all_days)));
    set_quantity(row, whole_number(1), "VM-Months", monthly);
    row.consumed_quantity = quotient(days, all_days);
    row[resource_id] = machine.name;
    row[resource_name] = machine.name;
    row[resource_type] = "Virtual Machine";
    row[charge_description] =
        machine.name + ", " + tier + (annual->addons.empty() ? "" : " with " + annual->addons);
    row[sku_id] = tier;
    row[sku_price_id] = tier + (annual->addons.empty() ? "" : "+" + annual->addons);
    row[sku_meter] = tier;
    row.extras = {tier, annual->addons, days.text(), machine.state};
    add_payer(row, machine, notes);
    m_output.on_row(row);
}

void AzureLocalConverter::add_payer(FocusRow& row, const Machine& machine,
                                    const JsonValue& notes) const {
    for (std::size_t i = 0; i < attribute_count; ++i) {
        const auto field = m_terms.fields.payers.find(std::string(attribute_names[i]));
        const std::string_view name =
            field == m_terms.fields.payers.end() ? attribute_names[i] : field->second;
        add_tag(row, m_basics.tag_keys[i], notes.text_at(name));
    }
    const auto* entry = m_basics.payers.find(machine.name, row.charge_period.start);
    if (row.tags.empty()) {
        set_payer(row, entry, "machine", machine.name, m_output.unmapped);
    } else if (entry != nullptr) {
        for (const auto& [key, value] : entry->tags)
            add_tag(row, key, value);
    }
}

}  // namespace focus_billing
