#include "store/checks/recount.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

namespace focus_billing {

namespace {

constexpr const char* select_charges = R"sql(
SELECT c.import_id, c.period, ifnull(c.billed_in, c.period), c.currency, c.billed_cost, c.flags,
    c.correction, c.superseded_by, c.decision, c.carried_into,
    (SELECT verdict = 'reject' FROM decision WHERE id = c.decision),
    (SELECT min(r.import_id) FROM charge AS r WHERE r.corrects = c.id AND r.correction = 1)
FROM charge AS c)sql";

constexpr std::int64_t rows_per_step = 4096;

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
        const DeliveredKey key{
            .period = row.getColumn(1).getInt(),
            .import_id = row.getColumn(0).getInt64(),
            .currency = row.getColumn(3).getString(),
            .role = role_of(row.getColumn(6)),
            .gone_with = std::min(superseded_by, or_never(row.getColumn(11)))};
        const Decimal cost = parse_decimal(row.getColumn(4).getString()).value;
        count(cost, m_delivered[key]);
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
    void count_in_months(SQLite::Statement& row, const std::string& currency,
                         const Decimal& cost) {
        const bool is_flagged = row.getColumn(5).getInt64() != 0;
        const bool is_decided = !row.isColumnNull(8);
        const bool is_rejected = row.getColumn(10).getInt() != 0;
        const bool is_carried = !row.isColumnNull(9);
        MonthCount& month = m_months[{row.getColumn(2).getInt(), currency}];
        count(cost, month.all);
        if (is_flagged)
            count(cost, month.flagged);
        if (is_carried)
            count(cost, month.carried_out);
        if (is_flagged && !is_decided)
            count(cost, month.held);
        if (is_rejected && !is_carried)
            count(cost, month.rejected);
        if (!is_carried)
            return;
        MonthCount& later = m_months[{row.getColumn(9).getInt(), currency}];
        count(cost, later.carried_in);
        if (is_rejected)
            count(cost, later.rejected);
    }
    static void count(const Decimal& cost, ChargeCount& total) {
        ++total.charges;
        total.cost.add(cost);
    }

    RecountedCharges m_tally;
    LastEntry<DeliveredKey, ChargeCount> m_delivered{m_tally.delivered};
    LastEntry<MonthKey, MonthCount> m_months{m_tally.months};
};

}  // namespace

RecountedCharges tally_charges(SQLite::Database& database, const std::function<void()>& on_step) {
    SQLite::Statement rows(database, select_charges);
    Tallier tallier;
    for (std::int64_t row = 0; rows.executeStep(); ++row) {
        if (row % rows_per_step == 0)
            on_step();
        tallier.add(rows);
    }
    return tallier.take();
}

}  // namespace focus_billing
