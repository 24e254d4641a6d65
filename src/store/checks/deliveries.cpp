#include "store/checks/deliveries.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <set>

namespace focus_billing {

Deliveries::Deliveries(SQLite::Database& database, const RecountedCharges& tally) {
    for (const auto& [key, count] : tally.delivered) {
        m_parts[{key.period, key.import_id}].push_back({.key = key, .count = &count});
        if (key.role != ChargeRole::reversal)
            m_places[key.import_id].emplace_back(key.period, key.currency);
    }
    read_periods(database);
}

void Deliveries::read_periods(SQLite::Database& database) {
    SQLite::Statement rows(database, R"sql(
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

ChargeCount Deliveries::contained_in(std::int64_t import, int period,
                                     const std::string& currency) const {
    ChargeCount contained;
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
