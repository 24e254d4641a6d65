#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/billing/attribution/payer_directory.hpp"
#include "billing/attribution/match_rules.hpp"
#include "billing/attribution/rule_template.hpp"
#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// A rule ready to be applied.
struct CompiledRule {
    explicit CompiledRule(const AttributionRule& rule);

    std::string origin;
    bool overrides_tags;
    bool has_groups;
    std::array<RuleTemplate, settable_attribute_count> templates;
};

/// What the charges of a source carry where nothing else says it.
struct SourceDefaults {
    std::string origin;
    std::array<std::string, attribute_count> values;
};

/// All that decides who pays, ready to be looked up.
class AttributionBasis {
public:
    AttributionBasis(const Config& config, Directory directory);

    [[nodiscard]] const RuleMatcher& matcher() const { return m_matcher; }
    [[nodiscard]] const std::vector<CompiledRule>& rules() const { return m_rules; }
    /// Rules whose values come from groups of expressions.
    [[nodiscard]] RuleBitsView rules_with_groups() const { return m_with_groups; }
    [[nodiscard]] const PayerDirectory& directory() const { return m_directory; }
    /// Null if the source has no defaults; its name is compared without case.
    [[nodiscard]] const SourceDefaults* defaults_of(std::string_view source) const;
    /// Empty if it is no alias.
    [[nodiscard]] std::string_view meaning_of(std::string_view email) const;
    /// Only tags decide.
    [[nodiscard]] bool is_plain() const;

private:
    RuleMatcher m_matcher;
    std::vector<CompiledRule> m_rules;
    RuleBits m_with_groups;
    PayerDirectory m_directory;
    std::map<std::string, SourceDefaults, std::less<>> m_defaults;  // by small letters
    std::map<std::string, std::string, std::less<>> m_aliases;
};

}  // namespace focus_billing
