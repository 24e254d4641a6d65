#pragma once

#include <map>
#include <string>
#include <vector>

#include "focus_billing/config/yaml/config_reader.hpp"
#include "focus_billing/model/charges/attribution_rule.hpp"
#include "focus_billing/model/imports/known_source.hpp"

namespace focus_billing {

/// The conditions of one rule, and the named groups of its regular expressions. Reports a name that
/// is used in two expressions.
struct RuleMatch {
    std::vector<RuleCondition> conditions;
    std::map<std::string, std::string, std::less<>> groups;  ///< to the setting that has it
};

/// `match` of a rule.
[[nodiscard]] RuleMatch read_match(ConfigReader& reader, const Setting& setting,
                                   const std::vector<KnownSource>& sources);

}  // namespace focus_billing
