#include "focus_billing/store/recounted_charges.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

namespace focus_billing {

namespace {

constexpr const char* select_charges = R"sql(
SELECT c.import_id, c.period, ifnull(c.billed_in, c.period), c.currency, c.billed_cost, c.flags,
    c.correction, c.superseded_by,
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
            .gone_with = std::min(superseded_by, or_never(row.getColumn(8)))};
        const Decimal cost = parse_decimal(row.getColumn(4).getString()).value;
        count(cost, m_delivered[key]);
        ++m_tally.charges;
        m_tally.reversals += key.role == ChargeRole::reversal ? 1 : 0;
        m_tally.superseded += superseded_by != DeliveredKey::never ? 1 : 0;
        if (superseded_by != DeliveredKey::never)
            return;
        MonthCount& month = m_months[{row.getColumn(2).getInt(), key.currency}];
        count(cost, month.all);
        if (row.getColumn(5).getInt64() != 0)
            count(cost, month.held);
    }
    [[nodiscard]] RecountedCharges take() { return std::move(m_tally); }

private:
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
