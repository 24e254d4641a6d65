#include "store/checks/recount.hpp"
#include "focus_billing/store/transaction.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <set>

namespace focus_billing {

namespace {

constexpr const char* select_charges = R"sql(
SELECT c.import_id, c.period, ifnull(c.billed_in, c.period), c.currency, c.billed_cost, c.flags,
    c.correction, c.superseded_by, c.decision, c.carried_into,
    (SELECT verdict = 'reject' FROM decision WHERE id = c.decision),
    (SELECT min(r.import_id) FROM charge AS r WHERE r.corrects = c.id AND r.correction = 1)
FROM charge AS c)sql";

constexpr std::int64_t rows_per_report = 4096;

ChargeRole role_of(const SQLite::Column& correction) {
    switch (correction.getInt()) {
    case 1: return ChargeRole::reversal;
    case 2: return ChargeRole::correction;
    default: return ChargeRole::stored;
    }
}

std::int64_t or_never(const SQLite::Column& import) {
    return import.isNull() ? DeliveredKey::never : import.getInt64();
}

// Most rows have the same key as the row before them.
template <class Key, class Value>
class LastEntry {
public:
    explicit LastEntry(std::map<Key, Value>& map) : m_map(map) {}
    Value& operator[](const Key& key) {
        if (m_last == nullptr || m_last->first != key)
            m_last = &*m_map.try_emplace(key).first;
        return m_last->second;
    }

private:
    std::map<Key, Value>& m_map;
    std::pair<const Key, Value>* m_last = nullptr;
};

class Tallier {
public:
    void add(SQLite::Statement& row) {
        const auto superseded_by = or_never(row.getColumn(7));
        const DeliveredKey key{.period = row.getColumn(1).getInt(),
                               .import_id = row.getColumn(0).getInt64(),
                               .currency = row.getColumn(3).getString(),
                               .role = role_of(row.getColumn(6)),
                               .gone_with = std::min(superseded_by, or_never(row.getColumn(11)))};
        const Decimal cost = parse_decimal(row.getColumn(4).getString()).value;
        m_delivered[key].add(cost);
        ++m_tally.charges;
        m_tally.reversals += key.role == ChargeRole::reversal ? 1 : 0;
        m_tally.superseded += superseded_by != DeliveredKey::never ? 1 : 0;
        if (superseded_by != DeliveredKey::never)
            return;
        count_in_months(row, key.currency, cost);
    }
    [[nodiscard]] RecountedCharges take() { return std::move(m_tally); }

private:
    // A charge that was carried counts in both months: as carried out of one and into the other.
    void count_in_months(SQLite::Statement& row, const std::string& currency, const Decimal& cost) {
        const bool is_flagged = row.getColumn(5).getInt64() != 0;
        const bool is_decided = !row.isColumnNull(8);
        const bool is_rejected = row.getColumn(10).getInt() != 0;
        const bool is_carried = !row.isColumnNull(9);
        MonthCount& month = m_months[{row.getColumn(2).getInt(), currency}];
        month.all.add(cost);
        if (is_flagged)
            month.flagged.add(cost);
        if (is_carried)
            month.carried_out.add(cost);
        if (is_flagged && !is_decided)
            month.held.add(cost);
        if (is_rejected && !is_carried)
            month.rejected.add(cost);
        if (!is_carried)
            return;
        MonthCount& later = m_months[{row.getColumn(9).getInt(), currency}];
        later.carried_in.add(cost);
        if (is_rejected)
            later.rejected.add(cost);
    }

    RecountedCharges m_tally;
    LastEntry<DeliveredKey, CountAndCost> m_delivered{m_tally.delivered};
    LastEntry<MonthKey, MonthCount> m_months{m_tally.months};
};

}  // namespace

RecountedCharges tally_charges(const Transaction& transaction,
                               const std::function<void()>& on_step) {
    SQLite::Statement rows(transaction.handle(), select_charges);
    Tallier tallier;
    for (std::int64_t row = 0; rows.executeStep(); ++row) {
        if (row % rows_per_report == 0)
            on_step();
        tallier.add(rows);
    }
    return tallier.take();
}

Deliveries::Deliveries(const Transaction& transaction, const RecountedCharges& tally) {
    for (const auto& [key, count] : tally.delivered) {
        m_parts[{key.period, key.import_id}].push_back({.key = key, .count = &count});
        if (key.role != ChargeRole::reversal)
            m_places[key.import_id].emplace_back(key.period, key.currency);
    }
    read_periods(transaction);
}

void Deliveries::read_periods(const Transaction& transaction) {
    SQLite::Statement rows(transaction.handle(), R"sql(
SELECT p.period, p.superseded_by, p.import_id
FROM import_period AS p
JOIN import AS i ON i.id = p.import_id
JOIN import AS by_import ON by_import.id = p.superseded_by
JOIN import_period AS by_period ON by_period.period = p.period AND by_period.import_id = by_import.id
WHERE by_import.source = i.source AND by_import.series = i.series
    AND by_period.kind NOT IN ('addition', 'mend')
ORDER BY p.period, p.superseded_by, p.import_id)sql");
    while (rows.executeStep()) {
        m_superseded[{rows.getColumn(0).getInt(), rows.getColumn(1).getInt64()}].push_back(
            rows.getColumn(2).getInt64());
    }
}

std::vector<std::pair<int, std::string>> Deliveries::places_of(std::int64_t import) const {
    const auto found = m_places.find(import);
    return found == m_places.end() ? std::vector<std::pair<int, std::string>>{} : found->second;
}

Deliveries::Brought Deliveries::brought_by(std::int64_t import, int period,
                                           const std::string& currency) const {
    Brought brought;
    const auto parts = m_parts.find({period, import});
    if (parts == m_parts.end())
        return brought;
    for (const auto& part : parts->second) {
        if (part.key.currency != currency || part.key.role == ChargeRole::reversal)
            continue;
        (part.key.role == ChargeRole::stored ? brought.stored : brought.corrected).add(*part.count);
    }
    return brought;
}

std::vector<std::int64_t> Deliveries::members(std::int64_t import, int period) const {
    std::vector<std::int64_t> members = {import};
    std::set<std::int64_t> known = {import};
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto before = m_superseded.find({period, members[i]});
        if (before == m_superseded.end())
            continue;
        for (const auto member : before->second) {
            if (known.insert(member).second)
                members.push_back(member);
        }
    }
    return members;
}

CountAndCost Deliveries::contained_in(std::int64_t import, int period,
                                      const std::string& currency) const {
    CountAndCost contained;
    for (const auto member : members(import, period)) {
        const auto parts = m_parts.find({period, member});
        if (member > import || parts == m_parts.end())
            continue;
        for (const auto& part : parts->second) {
            if (part.key.currency == currency && part.key.role != ChargeRole::reversal &&
                part.key.gone_with > import)
                contained.add(*part.count);
        }
    }
    return contained;
}

}  // namespace focus_billing
