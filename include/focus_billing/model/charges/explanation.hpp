#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/charges/charge_history.hpp"

namespace focus_billing {

/// How a rule of today's configuration fares with a charge.
struct ExplainedRule {
    std::string name;
    bool matched = false;
    std::size_t conditions = 0;       ///< that it has
    std::vector<std::string> failed;  ///< conditions that do not hold, in words
    /// All but one of several conditions hold.
    [[nodiscard]] bool is_near() const { return failed.size() == 1 && conditions > 1; }
    struct Value {
        std::string attribute;
        std::string value;   ///< empty if its template yields nothing
        std::string winner;  ///< what decides instead; empty if this rule does
    };
    std::vector<Value> values;  ///< what it sets, if it matched
};

/// The whole life of a charge, and what today's rules say of it.
struct Explanation {
    ChargeLife life;
    std::vector<ExplainedRule> rules;  ///< in the order in which they are tried
    OwnedTexts today;                  ///< who would pay by today's tags, rules and directories
    OwnedTexts today_origins;
};

}  // namespace focus_billing
