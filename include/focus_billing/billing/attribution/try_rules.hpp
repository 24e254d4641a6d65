#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/charges/attribution_rule.hpp"
#include "focus_billing/model/charges/charge.hpp"

namespace focus_billing {

/// What a matching rule would set.
struct SetTrial {
    Attribute attribute;
    std::string value;   ///< empty if its template yields nothing
    std::string winner;  ///< the origin that won instead; empty if this rule or nothing won

    bool operator==(const SetTrial&) const = default;
};

/// The result of trying one rule on a charge.
struct RuleTrial {
    std::string name;
    bool matched = false;             ///< all conditions are met, and the rule is valid
    std::vector<std::string> failed;  ///< unmet conditions: `service_name is 'S3', not 'EC2*'`
    std::vector<SetTrial> sets;       ///< only if the rule matches

    bool operator==(const RuleTrial&) const = default;
};

/// Tries every rule in order, to explain a charge; slow. `attribution` is the actual result.
[[nodiscard]] std::vector<RuleTrial> try_rules(const Charge& charge, std::string_view source,
                                               const std::vector<AttributionRule>& rules,
                                               const Attribution& attribution);

}  // namespace focus_billing
