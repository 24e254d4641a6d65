#include "store/charges/attribution_totals.hpp"

#include <algorithm>
#include <tuple>

#include "focus_billing/format/json.hpp"

namespace focus_billing {

namespace {

constexpr char name_separator = '\x1F';
constexpr std::size_t named = std::tuple_size_v<PayerNames>;

PayerNames names_of(const AttributeTexts& values) {
    PayerNames names;
    for (std::size_t i = 0; i < named; ++i)
        names[i] = values[i];
    return names;
}

}  // namespace

AttributionTally::Currency& AttributionTally::currency_of(const AttributedCharge& charge) {
    const auto currency = charge.charge.billing_currency;
    const auto found = m_currencies.find(currency);
    return found != m_currencies.end() ? found->second : m_currencies[std::string(currency)];
}

void AttributionTally::add(const AttributedCharge& charge, FlagSet flags) {
    ++m_charges;
    if (charge.flags.empty() && flags.empty())
        return;
    auto& currency = currency_of(charge);
    if (!charge.flags.empty())
        currency.flagged_before.add(charge.charge.billed_cost, true);
    if (!flags.empty())
        currency.flagged_after.add(charge.charge.billed_cost, true);
}

void AttributionTally::change(const AttributedCharge& charge, const AttributeTexts& before,
                              const AttributeTexts& after, FlagSet flags, bool ends_decision) {
    ++m_changed;
    if (ends_decision)
        ++m_ended;
    if (flags != charge.flags)
        count_flags(charge, flags);
    if (std::equal(before.begin(), before.begin() + named, after.begin())) {
        if (flags == charge.flags)
            ++m_reworded;
        return;
    }
    m_key = charge.charge.billing_currency;
    for (const auto* values : {&before, &after}) {
        for (std::size_t i = 0; i < named; ++i) {
            m_key += name_separator;
            m_key += (*values)[i];
        }
    }
    auto [found, is_new] = m_payers.try_emplace(m_key);
    auto& payers = found->second;
    if (is_new) {
        payers.before = names_of(before);
        payers.after = names_of(after);
        payers.currency = charge.charge.billing_currency;
    }
    ++payers.charges;
    payers.cost.add(charge.charge.billed_cost);
}

void AttributionTally::count_flags(const AttributedCharge& charge, FlagSet flags) {
    auto& currency = currency_of(charge);
    for (std::size_t i = 0; i < flag_count; ++i) {
        const auto flag = static_cast<Flag>(i);
        auto& change = currency.flags[i];
        if (flags.has(flag) && !charge.flags.has(flag))
            change.added.add(charge.charge.billed_cost, true);
        if (!flags.has(flag) && charge.flags.has(flag))
            change.removed.add(charge.charge.billed_cost, true);
    }
}

void AttributionTally::append(const AttributionTally& other) {
    m_charges += other.m_charges;
    m_changed += other.m_changed;
    m_ended += other.m_ended;
    m_reworded += other.m_reworded;
    for (const auto& [name, currency] : other.m_currencies) {
        auto& sum = m_currencies[name];
        sum.flagged_before.append(currency.flagged_before);
        sum.flagged_after.append(currency.flagged_after);
        for (std::size_t i = 0; i < flag_count; ++i) {
            sum.flags[i].added.append(currency.flags[i].added);
            sum.flags[i].removed.append(currency.flags[i].removed);
        }
    }
    for (const auto& [key, change] : other.m_payers) {
        const auto [found, is_new] = m_payers.emplace(key, change);
        if (is_new)
            continue;
        found->second.charges += change.charges;
        found->second.cost.add(change.cost);
    }
}

ReattributionReport AttributionTally::report(BillingPeriod period) const {
    ReattributionReport report{.period = period,
                               .dry_run = false,
                               .charges = m_charges,
                               .changed = m_changed,
                               .payers = {},
                               .flags = {},
                               .flagged_before = {},
                               .flagged_after = {},
                               .ended_decisions = m_ended,
                               .reworded = m_reworded,
                               .audit_entry = {}};
    for (const auto& [key, change] : m_payers)
        report.payers.push_back(change);
    std::ranges::sort(report.payers, [](const PayerChange& a, const PayerChange& b) {
        const int order = a.cost.magnitude().difference(b.cost.magnitude()).sign();
        return order != 0 ? order > 0
                          : std::tie(a.currency, a.before, a.after) <
                                std::tie(b.currency, b.before, b.after);
    });
    for (const auto& [currency, tally] : m_currencies) {
        report.flagged_before[currency] = tally.flagged_before;
        report.flagged_after[currency] = tally.flagged_after;
        for (std::size_t i = 0; i < flag_count; ++i) {
            auto change = tally.flags[i];
            if (change.added.charges + change.removed.charges == 0)
                continue;
            change.flag = static_cast<Flag>(i);
            change.currency = currency;
            report.flags.push_back(std::move(change));
        }
    }
    return report;
}

std::string attribution_json(const ReattributionReport& report,
                             const std::string& configuration_sha256) {
    std::string json = "{\"charges\":" + std::to_string(report.charges) +
                       ",\"changed\":" + std::to_string(report.changed) +
                       ",\"decisions_ended\":" + std::to_string(report.ended_decisions) +
                       ",\"configuration\":\"" + configuration_sha256 + "\",\"flagged\":[";
    for (const auto& [currency, before] : report.flagged_before) {
        const auto& after = report.flagged_after.at(currency);
        json += json.back() == '[' ? "{" : ",{";
        json += "\"currency\":" + json_string(currency) +
                ",\"before\":" + std::to_string(before.charges) + ",\"cost_before\":\"" +
                before.cost.text() + "\",\"after\":" + std::to_string(after.charges) +
                ",\"cost_after\":\"" + after.cost.text() + "\"}";
    }
    return json + "]}";
}

}  // namespace focus_billing
