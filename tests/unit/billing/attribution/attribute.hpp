#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "focus_billing/billing/attribution/attribute_charge.hpp"
#include "focus_billing/model/charges/charge.hpp"

namespace focus_billing {

inline constexpr auto pi_email = Attribute::pi_email;
inline constexpr auto project_id = Attribute::project_id;
inline constexpr auto fund_org = Attribute::fund_org;
inline constexpr auto cost_center = Attribute::cost_center;
inline constexpr auto account_code = Attribute::account_code;

/// Midnight that begins a day.
inline Instant day(int year, unsigned month, unsigned day_of_month) {
    using namespace std::chrono;
    const sys_days midnight =
        std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day_of_month};
    return {duration_cast<seconds>(midnight.time_since_epoch()).count(), 0};
}

/// A charge of January 2025 with tags of its own. Its texts must outlive it.
struct OwnedCharge : Charge {
    OwnedCharge() {
        tags = &own_tags;
        billing_period = BillingPeriod(2025, 1);
        charge_period_start = day(2025, 1, 10);
        charge_period_end = day(2025, 1, 11);
    }
    OwnedCharge(const OwnedCharge& other) : Charge(other), own_tags(other.own_tags) {
        tags = &own_tags;
    }
    OwnedCharge& operator=(const OwnedCharge&) = delete;
    ~OwnedCharge() = default;

    /// A tag that the mapping understands.
    OwnedCharge& tagged(Attribute attribute, std::string_view value) {
        own_tags.attributes[index_of(attribute)] = value;
        return tagged(attribute_names[index_of(attribute)], value);
    }
    /// Any other one.
    OwnedCharge& tagged(std::string_view key, std::string_view value) {
        own_tags.entries.push_back({key, value});
        return *this;
    }
    OwnedCharge& from(Instant start, Instant end) {
        charge_period_start = start;
        charge_period_end = end;
        return *this;
    }

    Tags own_tags;
};

inline TextMatch text(std::string value) {
    return {TextMatch::Kind::exact, std::move(value)};
}
inline TextMatch glob(std::string value) {
    return {TextMatch::Kind::glob, std::move(value)};
}
inline TextMatch regex(std::string value) {
    return {TextMatch::Kind::regex, std::move(value)};
}
inline RuleCondition where(RuleField field, std::vector<TextMatch> any_of) {
    return {field, {}, std::move(any_of)};
}
inline RuleCondition where_tag(std::string key, std::vector<TextMatch> any_of) {
    return {std::nullopt, std::move(key), std::move(any_of)};
}

using Sets = std::vector<std::pair<Attribute, std::string>>;

inline AttributionRule rule(std::string name, std::vector<RuleCondition> conditions,
                            const Sets& sets) {
    AttributionRule result;
    result.name = std::move(name);
    result.conditions = std::move(conditions);
    for (const auto& [attribute, value] : sets)
        result.set[index_of(attribute)] = value;
    return result;
}

inline AttributionRule overriding(AttributionRule rule) {
    rule.overrides_tags = true;
    return rule;
}

/// What a charge of AWS is found to carry, `value (origin)` of each attribute that has one, and its
/// flags.
inline std::vector<std::string> attributed(const Attribution& attribution) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < attribute_count; ++i) {
        if (!attribution.values[i].empty()) {
            lines.push_back(std::string(attribute_names[i]) + " " +
                            std::string(attribution.values[i]) + " (" +
                            std::string(attribution.origins[i]) + ")");
        }
    }
    for (std::size_t i = 0; i < flag_count; ++i) {
        if (attribution.flags.has(static_cast<Flag>(i)))
            lines.emplace_back(flag_names[i]);
    }
    return lines;
}

inline std::vector<std::string> attributed(const Charge& charge, const Config& config,
                                           const Directory& directory = {}) {
    const Attributor attributor(config, directory);
    ChargeAttributor charges(attributor, "aws");
    return attributed(charges.attribute(charge));
}

inline Config with_rules(std::vector<AttributionRule> rules) {
    Config config;
    config.attribution.rules = std::move(rules);
    return config;
}

}  // namespace focus_billing
