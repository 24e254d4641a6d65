#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/charges/attribution_rule.hpp"
#include "focus_billing/model/charges/charge.hpp"

namespace focus_billing {

/// What a rule that matches would set.
struct SetTrial {
    Attribute attribute;
    std::string value;   ///< empty if its template yields nothing
    std::string winner;  ///< the origin that won instead; empty if this rule won, or nothing did

    bool operator==(const SetTrial&) const = default;
};

/// How one rule fares with a charge.
struct RuleTrial {
    std::string name;
    bool matched = false;             ///< all conditions hold, and the rule is valid
    std::vector<std::string> failed;  ///< what does not hold: `service_name is 'S3', not 'EC2*'`
    std::vector<SetTrial> sets;       ///< of a rule that matches

    bool operator==(const RuleTrial&) const = default;
};

/// Tries every rule, in order, for an explanation; slow. `attribution` is what was decided.
[[nodiscard]] std::vector<RuleTrial> try_rules(const Charge& charge, std::string_view source,
                                               const std::vector<AttributionRule>& rules,
                                               const Attribution& attribution);

}  // namespace focus_billing
