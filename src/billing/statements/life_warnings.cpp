#include "focus_billing/billing/statements/life_warnings.hpp"

#include <algorithm>
#include <optional>

#include "focus_billing/format/timestamp.hpp"

namespace focus_billing {

namespace {

constexpr std::int64_t seconds_a_day = 86'400;

std::optional<std::int64_t> day_of(const std::string& date) {
    const auto parsed = parse_timestamp(date);
    if (!parsed)
        return std::nullopt;
    return parsed->day_start_seconds / seconds_a_day;
}

std::optional<std::int64_t> threshold_of(std::int64_t days, const std::vector<int>& thresholds) {
    std::optional<std::int64_t> nearest;
    for (const std::int64_t threshold : thresholds) {
        if (threshold >= days && (!nearest || threshold < *nearest))
            nearest = threshold;
    }
    return nearest;
}

}  // namespace

std::vector<StatementWarning>
life_warnings(const std::set<std::pair<Attribute, std::string>>& dates,
              const std::string& issue_date, const std::vector<int>& thresholds) {
    std::vector<StatementWarning> warnings;
    const auto today = day_of(issue_date);
    for (const auto& [attribute, date] : dates) {
        const auto day = day_of(date);
        if (!day || !today)
            continue;
        if (const auto threshold = threshold_of(*day - *today, thresholds)) {
            warnings.push_back({.attribute = std::string(attribute_names[index_of(attribute)]),
                                .date = date.substr(0, 10),
                                .days = *day - *today,
                                .threshold = *threshold});
        }
    }
    return warnings;
}

}  // namespace focus_billing
