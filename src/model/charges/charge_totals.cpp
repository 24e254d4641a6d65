#include "focus_billing/model/charges/charge_totals.hpp"

namespace focus_billing {

namespace {

void add_costs(const Charge& charge, CurrencyTotals& totals) {
    ++totals.rows;
    totals.billed.add(charge.billed_cost);
    if (charge.list_cost) {
        ++totals.rows_with_list;
        totals.list.add(*charge.list_cost);
    } else {
        totals.billed_without_list.add(charge.billed_cost);
    }
    if (charge.contracted_cost) {
        ++totals.rows_with_contracted;
        totals.contracted.add(*charge.contracted_cost);
    }
    if (charge.effective_cost) {
        ++totals.rows_with_effective;
        totals.effective.add(*charge.effective_cost);
    } else {
        totals.billed_without_effective.add(charge.billed_cost);
    }
}

bool exceeds(DecimalSum a, const DecimalSum& b) {
    a.subtract(b);
    return a.sign() > 0;
}

}  // namespace

void CurrencyTotals::append(const CurrencyTotals& other) {
    rows += other.rows;
    held_rows += other.held_rows;
    rows_with_list += other.rows_with_list;
    rows_with_contracted += other.rows_with_contracted;
    rows_with_effective += other.rows_with_effective;
    billed.add(other.billed);
    held.add(other.held);
    list.add(other.list);
    contracted.add(other.contracted);
    effective.add(other.effective);
    billed_without_list.add(other.billed_without_list);
    billed_without_effective.add(other.billed_without_effective);
}

DecimalSum CurrencyTotals::discount() const {
    DecimalSum result = list;
    result.subtract(billed);
    result.add(billed_without_list);
    return result;
}

DecimalSum CurrencyTotals::billed_with_effective() const {
    DecimalSum result = billed;
    result.subtract(billed_without_effective);
    return result;
}

CurrencyTotals& ChargeSummary::totals_of(const Charge& charge) {
    if (m_last_key == nullptr || m_last_key->first != charge.billing_period ||
        m_last_key->second != charge.billing_currency) {
        Key key{charge.billing_period, std::string(charge.billing_currency)};
        const auto found = m_periods.try_emplace(std::move(key)).first;
        m_last_key = &found->first;
        m_last_totals = &found->second;
    }
    return *m_last_totals;
}

void ChargeSummary::add(const Charge& charge, FlagSet flags) {
    CurrencyTotals& totals = totals_of(charge);
    ++m_rows;
    add_costs(charge, totals);
    if (flags.empty())
        return;
    ++m_held_rows;
    ++totals.held_rows;
    totals.held.add(charge.billed_cost);
    for (std::size_t i = 0; i < flag_count; ++i) {
        if (!flags.has(static_cast<Flag>(i)))
            continue;
        if (++m_flags[i].rows <= FlagTotals::shown_lines)
            m_flags[i].lines.push_back(charge.line);
    }
}

void ChargeSummary::flag(Flag flag, const FlagTotals& flagged,
                         const std::map<Key, ChargeTally>& newly_held) {
    m_flags[static_cast<std::size_t>(flag)] = flagged;
    for (const auto& [key, tally] : newly_held) {
        auto& totals = m_periods[key];
        totals.held_rows += tally.charges;
        totals.held.add(tally.cost);
        m_held_rows += tally.charges;
    }
}

void ChargeSummary::release(const std::map<Key, ChargeTally>& decided) {
    for (const auto& [key, tally] : decided) {
        auto& totals = m_periods[key];
        totals.held_rows -= tally.charges;
        totals.held.subtract(tally.cost);
        m_held_rows -= tally.charges;
    }
}

void ChargeSummary::append(const ChargeSummary& later) {
    m_rows += later.m_rows;
    m_held_rows += later.m_held_rows;
    for (std::size_t i = 0; i < flag_count; ++i) {
        m_flags[i].rows += later.m_flags[i].rows;
        for (const auto line : later.m_flags[i].lines) {
            if (m_flags[i].lines.size() < FlagTotals::shown_lines)
                m_flags[i].lines.push_back(line);
        }
    }
    for (const auto& [key, totals] : later.m_periods)
        m_periods[key].append(totals);
}

std::map<std::string, CurrencyTotals, std::less<>> ChargeSummary::currencies() const {
    std::map<std::string, CurrencyTotals, std::less<>> result;
    for (const auto& [key, totals] : m_periods)
        result[key.second].append(totals);
    return result;
}

bool costs_differ_much(const CurrencyTotals& totals) {
    DecimalSum difference = totals.billed_with_effective();
    difference.subtract(totals.effective);
    const DecimalSum twentyfold = difference.magnitude().times(20);
    const DecimalSum billed = totals.billed_with_effective().magnitude();
    const DecimalSum effective = totals.effective.magnitude();
    return exceeds(twentyfold, exceeds(billed, effective) ? billed : effective);
}

}  // namespace focus_billing
