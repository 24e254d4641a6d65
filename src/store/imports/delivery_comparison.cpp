#include "focus_billing/store/imports/delivery_comparison.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <stdexcept>

#include "focus_billing/store/imports/delivery_blockers.hpp"
#include "focus_billing/store/transaction.hpp"
#include "store/period_status.hpp"

namespace focus_billing {

namespace {

constexpr std::uint64_t most_duplicate_findings = 1000;

Decimal cost_of(const StorableCharge& charge) {
    return parse_decimal(charge.texts[index_of(StoredText::billed_cost)]).value;
}

std::string currency_of(const StorableCharge& charge) {
    return std::string(charge.texts[index_of(StoredText::billing_currency)]);
}

std::vector<std::int64_t> numbers(const std::vector<EarlierImport>& imports) {
    std::vector<std::int64_t> result;
    for (const auto& import : imports)
        result.push_back(import.number);
    return result;
}

// The first import of a source in a month says by which cost it is charged there.
std::optional<CostBasis> charged_cost(const Transaction& transaction, const std::string& source,
                                      BillingPeriod period) {
    SQLite::Statement query(transaction.handle(),
                            "SELECT i.cost = 'effective' FROM import_period AS p"
                            " JOIN import AS i ON i.id = p.import_id"
                            " WHERE p.period = ? AND i.source = ? ORDER BY i.id LIMIT 1");
    query.bind(1, period.key());
    query.bind(2, source);
    if (!query.executeStep())
        return std::nullopt;
    return query.getColumn(0).getInt() != 0 ? CostBasis::effective : CostBasis::billed;
}

std::vector<BillingPeriod> opened_months(const Transaction& transaction) {
    SQLite::Statement query(transaction.handle(), "SELECT key FROM period ORDER BY key");
    std::vector<BillingPeriod> months;
    while (query.executeStep())
        months.push_back(BillingPeriod::of_key(query.getColumn(0).getInt()));
    return months;
}

}  // namespace

DeliveryComparison::DeliveryComparison(const Transaction& transaction, DeliverySettings settings)
    : m_transaction(transaction), m_settings(std::move(settings)), m_revised(transaction) {
    if (m_settings.mends)
        m_rows_to_mend = count_rows_to_mend(m_transaction, m_settings);
}

DeliveredMonth DeliveryComparison::new_month(BillingPeriod period) {
    DeliveredMonth month{.period = period,
                         .status = find_period_status(m_transaction, period),
                         .plan = plan_period(m_transaction, m_settings, period),
                         .compared = {},
                         .beside = {},
                         .costs = {},
                         .billed_in = {},
                         .charged_by = {}};
    month.charged_by = charged_cost(m_transaction, m_settings.source, period);
    month.has_begun = month.status.has_value() || period <= m_settings.current_month;
    if (!month.plan.compared.empty())
        month.compared = load_live_rows(m_transaction, period, numbers(month.plan.compared));
    if (!month.compared.empty())
        m_revised.begin_month(period);
    if (!month.plan.beside.empty())
        month.beside = load_live_rows(m_transaction, period, numbers(month.plan.beside));
    if (month.is_itemised() && m_difference == nullptr)
        m_difference = std::make_unique<DifferenceTable>(m_transaction);
    return month;
}

void DeliveryComparison::begin_month(BillingPeriod period) {
    auto found = m_months.find(period.key());
    if (found == m_months.end())
        found = m_months.emplace(period.key(), new_month(period)).first;
    m_last_period = period;
    m_month = &found->second;
    m_is_plain = !m_month->is_itemised() && m_month->plan.beside.empty() && m_month->has_begun;
}

// Those of neighbouring rows are mostly the same.
void DeliveryComparison::find_tallies(DeliveredMonth& month, const std::string& currency) {
    m_tallied_month = &month;
    m_tallied_currency = currency;
    m_costs = &month.costs[currency];
    m_unchanged = &m_outcome.unchanged[{month.period, currency}];
}

RowFate DeliveryComparison::compare(DeliveredMonth& month, const StorableCharge& charge) {
    const Decimal cost = cost_of(charge);
    if (&month != m_tallied_month ||
        charge.texts[index_of(StoredText::billing_currency)] != m_tallied_currency)
        find_tallies(month, currency_of(charge));
    m_costs->now.add(cost);
    const auto stored = month.compared.take(charge.hash);
    if (!stored)
        return take_fresh(month, charge, cost);
    m_costs->before.add(cost);
    bool is_held = !charge.flags.empty();
    if (is_held && m_revised.is_decided(month.period, charge.hash, *stored)) {
        m_decided_rows.emplace(*stored, DecidedRow{{month.period, currency_of(charge)}, cost});
        is_held = false;
    }
    m_unchanged->add(cost, is_held);
    ++m_outcome.unchanged_rows;
    return RowFate::unchanged;
}

RowFate DeliveryComparison::take_fresh(DeliveredMonth& month, const StorableCharge& charge,
                                       const Decimal& cost) {
    ++month.fresh;
    const bool is_duplicate = month.beside.take(charge.hash).has_value();
    month.equal_beside += is_duplicate ? 1 : 0;
    if (month.is_itemised()) {
        m_difference->add_new(charge, ++m_new_rows);
        m_revised.add_fresh(charge, m_new_rows, is_duplicate || !charge.flags.empty());
    }
    if (!month.has_begun || month.plan.is_undecided || (month.plan.refuses_equal && is_duplicate) ||
        (!month.is_open() && !m_settings.as_corrections))
        return RowFate::dropped;
    m_was_duplicate = is_duplicate;
    if (is_duplicate)
        flag_duplicate(month, charge, cost);
    if (!month.is_open()) {
        m_outcome.corrected[{month.period, currency_of(charge)}].add(
            cost, is_duplicate || !charge.flags.empty());
        ++m_outcome.corrected_rows;
        return RowFate::correction;
    }
    return is_duplicate ? RowFate::possible_duplicate : RowFate::added;
}

void DeliveryComparison::flag_duplicate(const DeliveredMonth& month, const StorableCharge& charge,
                                        const Decimal& cost) {
    if (m_duplicates.rows < most_duplicate_findings) {
        const auto& other = month.plan.beside.front();
        m_duplicate_findings.push_back(make_diagnostic(
            408, {.file = m_settings.place, .line = charge.line, .column = 0},
            "a charge of the same content is there already, from " +
                (month.plan.beside.size() == 1
                     ? "import " + std::to_string(other.number) + " (" + other.file_name + ")"
                     : std::string("another file of the source")),
            {}, "if both are right, approve it; if it is one charge, reject it"));
    }
    if (++m_duplicates.rows <= FlagTotals::shown_lines)
        m_duplicates.lines.push_back(charge.line);
    if (charge.flags.empty())
        m_newly_held[{charge.billing_period, currency_of(charge)}].add(cost, true);
}

void DeliveryComparison::for_each_removed(const DeliveredMonth& month,
                                          const std::function<void(const Removed&)>& action) const {
    SQLite::Statement query(m_transaction.handle(), R"sql(
SELECT ifnull(billed_in, c.period), p.status = 'open' AND ifnull(q.status, 'open') = 'open',
    c.flags <> 0, c.currency, c.billed_cost
FROM charge AS c JOIN period AS p ON p.key = ifnull(c.billed_in, c.period)
LEFT JOIN period AS q ON q.key = c.carried_into WHERE c.id = ?)sql");
    month.compared.for_each_left([&](std::int64_t charge) {
        query.reset();
        query.bind(1, charge);
        if (!query.executeStep())
            throw std::logic_error("a compared charge is not there");
        action({.charge = charge,
                .period = month.period,
                .counts_in = BillingPeriod::of_key(query.getColumn(0).getInt()),
                .is_open = query.getColumn(1).getInt() != 0,
                .is_flagged = query.getColumn(2).getInt() != 0,
                .currency = query.getColumn(3).getString(),
                .billed_cost = parse_decimal(query.getColumn(4).getString()).value});
    });
}

void DeliveryComparison::for_each_removed(const std::function<void(const Removed&)>& action) const {
    for (const auto& [key, month] : m_months)
        for_each_removed(month, action);
}

void DeliveryComparison::count_removed(DeliveredMonth& month) {
    for_each_removed(month, [&](const Removed& removed) {
        ++month.removed;
        month.locked_removed += removed.is_open ? 0 : 1;
        month.costs[removed.currency].before.add(removed.billed_cost);
        m_difference->add_old(removed.charge);
    });
}

// A month that the delivery itself opens will do, too.
void DeliveryComparison::find_target(DeliveredMonth& month) const {
    if (!month.has_corrections())
        return;
    month.billed_in = earliest_open_after(m_transaction, month.period);
    for (const auto& [key, other] : m_months) {
        const bool will_open = !other.status && other.has_begun;
        if (will_open && other.period > month.period &&
            (!month.billed_in || other.period < *month.billed_in))
            month.billed_in = other.period;
    }
}

std::vector<Diagnostic> DeliveryComparison::compared_months_blockers() {
    std::vector<Diagnostic> found;
    for (auto& [key, month] : m_months) {
        find_target(month);
        std::uint64_t changed = 0;
        for (const auto& total : m_outcome.differences)
            changed += total.period == month.period ? total.changed : 0;
        std::ranges::move(month_blockers(m_settings, month, changed), std::back_inserter(found));
    }
    return found;
}

// Before the delivery, a month that it opens was not there.
std::vector<Diagnostic> DeliveryComparison::calendar_blockers_of_file() const {
    std::vector<BillingPeriod> months;
    std::vector<BillingPeriod> opened = opened_months(m_transaction);
    for (const auto& [key, month] : m_months) {
        months.push_back(month.period);
        if (!month.status)
            std::erase(opened, month.period);
    }
    return calendar_blockers(m_settings, months, opened);
}

// What has to be decided again is held; what was decided and stays so is not.
void DeliveryComparison::settle_revised() {
    for (const auto& [key, tally] : m_revised.newly_held()) {
        const auto month = m_months.find(key.first.key());
        if (month != m_months.end() && !month->second.is_open()) {
            m_outcome.corrected[key].held += tally.held;
            m_outcome.corrected[key].held_cost.add(tally.held_cost);
        }
    }
    for (const auto& [charge, row] : m_decided_rows) {
        if (m_revised.charges().contains(charge)) {
            m_outcome.unchanged[row.key].held += 1;
            m_outcome.unchanged[row.key].held_cost.add(row.cost);
        } else {
            m_decided[row.key].add(row.cost, true);
        }
    }
}

std::vector<Diagnostic> DeliveryComparison::finish() {
    for (auto& [key, month] : m_months)
        count_removed(month);
    if (m_difference) {
        m_difference->pair_rows();
        m_outcome.differences = m_difference->totals();
    }
    m_revised.find(m_months, m_difference.get(), m_settings.place);
    settle_revised();
    std::vector<Diagnostic> found = calendar_blockers_of_file();
    std::ranges::move(compared_months_blockers(), std::back_inserter(found));
    std::ranges::move(delivery_blockers(m_settings, m_months, m_rows_to_mend),
                      std::back_inserter(found));
    fill_outcome();
    return found;
}

void DeliveryComparison::fill_outcome() {
    for (const auto& [key, month] : m_months) {
        m_outcome.periods.push_back({.period = month.period,
                                     .kind = month.plan.kind,
                                     .superseded = month.plan.compared,
                                     .billed_in = month.billed_in});
        m_outcome.reversals += month.locked_removed;
    }
}

BillingPeriod DeliveryComparison::billed_in(BillingPeriod period) const {
    return m_months.at(period.key()).billed_in.value();
}

}  // namespace focus_billing
