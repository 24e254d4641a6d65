#include "focus_billing/store/imports/revised_decisions.hpp"
#include "focus_billing/store/transaction.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cstring>

namespace focus_billing {

namespace {

constexpr std::uint64_t most_findings = 1000;
constexpr std::size_t most_named = 5;
constexpr int revised_flag = bit_of(Flag::revised_after_decision);

constexpr const char* select_decided = R"sql(
SELECT c.id, c.content_hash, d.verdict || ifnull(d.attribution, '')
FROM charge AS c JOIN decision AS d ON d.id = c.decision
WHERE c.decision IS NOT NULL AND c.superseded_by IS NULL AND c.period = ?)sql";

constexpr const char* select_changed = R"sql(
SELECT p.new_reference, p.new_line, p.period, p.currency, p.new_cost, p.old_charge, d.verdict
FROM temp.pair AS p JOIN charge AS o ON o.id = p.old_charge JOIN decision AS d ON d.id = o.decision
WHERE p.new_reference IS NOT NULL ORDER BY p.new_reference)sql";

constexpr const char* select_lost = R"sql(
SELECT p.old_charge FROM temp.pair AS p JOIN charge AS o ON o.id = p.old_charge
WHERE p.new_reference IS NULL AND p.period = ? AND o.decision IS NOT NULL ORDER BY p.old_charge
)sql";

ContentHash hash_of(const SQLite::Column& column) {
    ContentHash hash{};
    std::memcpy(hash.data(), column.getBlob(),
                std::min(hash.size(), static_cast<std::size_t>(column.getBytes())));
    return hash;
}

Decimal decimal_of(std::string_view text) {
    return parse_decimal(text).value;
}

std::string listed(const std::vector<std::int64_t>& charges) {
    std::string text;
    for (std::size_t i = 0; i < std::min(charges.size(), most_named); ++i)
        text.append(i == 0 ? "" : ", ").append(std::to_string(charges[i]));
    if (charges.size() > most_named)
        text.append(" and ").append(std::to_string(charges.size() - most_named)).append(" more");
    return text;
}

}  // namespace

void RevisedDecisions::begin_month(BillingPeriod period) {
    SQLite::Statement query(m_transaction.handle(), select_decided);
    query.bind(1, period.key());
    while (query.executeStep()) {
        m_decided[period.key()][hash_of(query.getColumn(1))].decisions.emplace(
            query.getColumn(0).getInt64(), query.getColumn(2).getString());
    }
}

void RevisedDecisions::add_fresh(const StorableCharge& charge, std::int64_t reference,
                                 bool is_flagged) {
    const auto month = m_decided.find(charge.billing_period.key());
    if (month == m_decided.end())
        return;
    if (is_flagged)
        m_flagged.insert(reference);
    const auto equal = month->second.find(charge.hash);
    if (equal == month->second.end())
        return;
    equal->second.surplus.push_back(reference);
    m_costs[reference] = decimal_of(charge.texts[index_of(StoredText::billed_cost)]);
    m_currencies[reference] = charge.texts[index_of(StoredText::billing_currency)];
}

bool RevisedDecisions::is_decided(BillingPeriod period, const ContentHash& hash,
                                  std::int64_t charge) const {
    const auto month = m_decided.find(period.key());
    if (month == m_decided.end())
        return false;
    const auto equal = month->second.find(hash);
    return equal != month->second.end() && equal->second.decisions.contains(charge);
}

void RevisedDecisions::count(std::uint64_t line) {
    if (++m_totals.rows <= FlagTotals::shown_lines && line != 0)
        m_totals.lines.push_back(line);
}

void RevisedDecisions::find(const std::map<int, DeliveredMonth>& months,
                            const DifferenceTable* difference, const std::string& place) {
    if (m_decided.empty())
        return;
    for (const auto& [key, month] : months)
        find_equal(month, place);
    if (difference == nullptr)
        return;
    find_changed(place);
    find_lost(months, place);
}

void RevisedDecisions::find_changed(const std::string& place) {
    SQLite::Statement query(m_transaction.handle(), select_changed);
    while (query.executeStep()) {
        const auto reference = query.getColumn(0).getInt64();
        if (!m_rows.insert(reference).second)
            continue;
        const auto line = static_cast<std::uint64_t>(query.getColumn(1).getInt64());
        count(line);
        if (!m_flagged.contains(reference)) {
            m_newly_held[{BillingPeriod::of_key(query.getColumn(2).getInt()),
                          query.getColumn(3).getString()}]
                .add(decimal_of(query.getColumn(4).getString()), true);
        }
        if (m_totals.rows > most_findings)
            continue;
        const auto charge = query.getColumn(5).getString();
        m_findings.push_back(make_diagnostic(
            409, {.file = place, .line = line, .column = 0},
            "the row was changed after its charge was decided (" + query.getColumn(6).getString() +
                ")",
            "charge " + charge,
            "decide it again: focus-billing review list --flag revised_after_decision"));
    }
}

void RevisedDecisions::find_equal(const DeliveredMonth& month, const std::string& place) {
    const auto decided = m_decided.find(month.period.key());
    if (decided == m_decided.end())
        return;
    for (const auto& [hash, rows] : decided->second) {
        const auto group = month.compared.group(hash);
        const bool is_changed = group.taken < group.charges.size() || !rows.surplus.empty();
        std::set<std::string> decisions;
        for (const auto charge : group.charges) {
            const auto found = rows.decisions.find(charge);
            decisions.insert(found == rows.decisions.end() ? "" : found->second);
        }
        if (!is_changed || decisions.size() < 2)
            continue;
        hold_equal(month, group, rows);
        m_findings.push_back(make_diagnostic(
            409, {.file = place, .line = 0, .column = 0},
            "charge " + std::to_string(group.charges.front()) +
                " and its equals were decided differently, and their number changed",
            {}, "decide them again: focus-billing review list --flag revised_after_decision"));
    }
}

void RevisedDecisions::hold_equal(const DeliveredMonth& month, const LiveRows::Group& group,
                                  const Decided& decided) {
    for (std::size_t i = 0; i < group.charges.size(); ++i) {
        const bool stays = i < group.taken;
        if (stays == month.is_open())
            hold_charge(group.charges[i], month);
    }
    for (const auto reference : decided.surplus) {
        m_rows.insert(reference);
        count(0);
        if (!m_flagged.contains(reference))
            m_newly_held[{month.period, m_currencies[reference]}].add(m_costs[reference], true);
    }
}

// A charge of an open month that counts in another one is a correction, and stays as it is.
void RevisedDecisions::hold_charge(std::int64_t charge, const DeliveredMonth& month) {
    SQLite::Statement query(m_transaction.handle(),
                            "SELECT flags, currency, billed_cost, billed_in, carried_into"
                            " FROM charge WHERE id = ?");
    query.bind(1, charge);
    if (!query.executeStep() || !query.isColumnNull(3) || !query.isColumnNull(4))
        return;
    m_charges.insert(charge);
    if (!month.is_open())
        return;
    count(0);
    if (query.getColumn(0).getInt64() == 0) {
        m_newly_held[{month.period, query.getColumn(1).getString()}].add(
            decimal_of(query.getColumn(2).getString()), true);
    }
}

void RevisedDecisions::find_lost(const std::map<int, DeliveredMonth>& months,
                                 const std::string& place) {
    SQLite::Statement query(m_transaction.handle(), select_lost);
    for (const auto& [key, month] : months) {
        query.reset();
        query.bind(1, key);
        std::vector<std::int64_t> lost;
        while (query.executeStep())
            lost.push_back(query.getColumn(0).getInt64());
        if (lost.empty())
            continue;
        m_findings.push_back(make_diagnostic(
            522, {.file = place, .line = 0, .column = 0},
            std::to_string(lost.size()) + (lost.size() == 1 ? " charge" : " charges") + " of " +
                month.period.text() + " that had been decided " +
                (lost.size() == 1 ? "is" : "are") + " not in the file any more: " + listed(lost),
            {}, "see why it was decided: focus-billing explain " + std::to_string(lost.front())));
    }
}

void hold_revised(const Transaction& transaction, const RevisedDecisions& revised,
                  const std::map<std::int64_t, std::int64_t>& ids) {
    SQLite::Statement hold(transaction.handle(),
                           "UPDATE charge SET flags = flags | ?, decision = NULL"
                           " WHERE id = ?");
    hold.bind(1, revised_flag);
    const auto hold_charge = [&](std::int64_t charge) {
        hold.reset();
        hold.bind(2, charge);
        hold.exec();
    };
    for (const auto reference : revised.rows()) {
        const auto id = ids.find(reference);
        if (id != ids.end())
            hold_charge(id->second);
    }
    SQLite::Statement end(transaction.handle(),
                          "UPDATE decision SET ended_by = (SELECT max(seq) FROM audit),"
                          " ending = 'revised' WHERE id = (SELECT decision FROM charge"
                          " WHERE id = ?) AND ended_by IS NULL");
    SQLite::Statement open(transaction.handle(),
                           "SELECT p.status = 'open' FROM charge AS c JOIN period AS p"
                           " ON p.key = ifnull(c.billed_in, c.period) WHERE c.id = ?");
    for (const auto charge : revised.charges()) {
        open.reset();
        open.bind(1, charge);
        if (!open.executeStep() || open.getColumn(0).getInt() == 0)
            continue;
        end.reset();
        end.bind(1, charge);
        end.exec();
        hold_charge(charge);
    }
}

}  // namespace focus_billing
