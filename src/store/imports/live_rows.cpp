#include "focus_billing/store/imports/live_rows.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cstring>

#include "focus_billing/store/transaction.hpp"
#include "store/charges/linked_charges.hpp"

namespace focus_billing {

namespace {

struct ChargeRange {
    std::int64_t import = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
};

// The imports themselves, and those whose place they took in the period.
std::vector<ChargeRange> ranges_of(const Transaction& transaction, BillingPeriod period,
                                   const std::vector<std::int64_t>& imports) {
    SQLite::Statement query(transaction.handle(), R"sql(
WITH RECURSIVE member (id) AS (
    SELECT ?1
    UNION SELECT p.import_id FROM import_period AS p JOIN member AS m ON p.superseded_by = m.id
          WHERE p.period = ?2)
SELECT i.id, i.first_charge, i.last_charge FROM member JOIN import AS i ON i.id = member.id
WHERE i.first_charge IS NOT NULL ORDER BY i.id)sql");
    std::vector<ChargeRange> ranges;
    for (const auto import : imports) {
        query.reset();
        query.bind(1, import);
        query.bind(2, period.key());
        while (query.executeStep()) {
            ranges.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getInt64(),
                              query.getColumn(2).getInt64()});
        }
    }
    return ranges;
}

}  // namespace

void LiveRows::prepare() {
    std::ranges::sort(m_rows, [](const Row& a, const Row& b) {
        return a.key != b.key ? a.key < b.key : a.charge < b.charge;
    });
    m_taken.assign(m_rows.size(), 0);
    m_first.assign((std::size_t{1} << prefix_bits) + 1, 0);
    for (const auto& row : m_rows)
        ++m_first[prefix_of(row.key) + 1];
    for (std::size_t i = 1; i < m_first.size(); ++i)
        m_first[i] += m_first[i - 1];
}

std::size_t LiveRows::find(const Key& key) const {
    const auto begin = m_rows.begin();
    const auto prefix = prefix_of(key);
    const auto found =
        std::lower_bound(begin + m_first[prefix], begin + m_first[prefix + 1], key,
                         [](const Row& row, const Key& wanted) { return row.key < wanted; });
    return static_cast<std::size_t>(found - begin);
}

LiveRows::Group LiveRows::group(const ContentHash& hash) const {
    Group group;
    if (m_rows.empty())
        return group;
    const Key key = key_of(hash);
    const auto first = find(key);
    for (std::size_t i = first; i < m_rows.size() && m_rows[i].key == key; ++i)
        group.charges.push_back(m_rows[i].charge);
    if (!group.charges.empty())
        group.taken = m_taken[first];
    return group;
}

std::optional<std::int64_t> LiveRows::take(const ContentHash& hash) {
    if (m_rows.empty())
        return std::nullopt;
    const Key key = key_of(hash);
    const auto first = find(key);
    if (first == m_rows.size() || m_rows[first].key != key)
        return std::nullopt;
    const std::size_t next = first + m_taken[first];
    if (next >= m_rows.size() || m_rows[next].key != key)
        return std::nullopt;
    ++m_taken[first];
    return m_rows[next].charge;
}

void LiveRows::for_each_left(const std::function<void(std::int64_t)>& action) const {
    std::vector<std::int64_t> left;
    std::size_t end_of_taken = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_taken[i] > 0)
            end_of_taken = i + m_taken[i];
        if (i >= end_of_taken)
            left.push_back(m_rows[i].charge);
    }
    // In the order in which they are stored: each page is read, and changed, once.
    std::ranges::sort(left);
    std::ranges::for_each(left, action);
}

LiveRows load_live_rows(const Transaction& transaction, BillingPeriod period,
                        const std::vector<std::int64_t>& imports) {
    LiveRows rows;
    const auto reversed = reversed_charges(transaction);
    SQLite::Statement query(transaction.handle(),
                            "SELECT id, content_hash FROM charge WHERE id BETWEEN ? AND ?"
                            " AND import_id = ? AND period = ? AND superseded_by IS NULL"
                            " AND correction IS NOT 1");
    const auto ranges = ranges_of(transaction, period, imports);
    std::int64_t most = 0;
    for (const auto& range : ranges)
        most += range.last - range.first + 1;
    rows.reserve(static_cast<std::size_t>(most));
    for (const auto& range : ranges) {
        query.reset();
        query.bind(1, range.first);
        query.bind(2, range.last);
        query.bind(3, range.import);
        query.bind(4, period.key());
        while (query.executeStep()) {
            const auto id = query.getColumn(0).getInt64();
            ContentHash hash{};
            const auto column = query.getColumn(1);
            std::memcpy(hash.data(), column.getBlob(),
                        std::min(hash.size(), static_cast<std::size_t>(column.getBytes())));
            if (!std::ranges::binary_search(reversed, id))
                rows.add(id, hash);
        }
    }
    rows.prepare();
    return rows;
}

}  // namespace focus_billing
