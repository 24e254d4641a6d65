#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "billing/attribution/flag_charge.hpp"
#include "billing/attribution/match_rules.hpp"
#include "billing/attribution/rule_template.hpp"
#include "focus_billing/billing/attribution/payer_directory.hpp"
#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// A rule prepared for use.
struct CompiledRule {
    explicit CompiledRule(const AttributionRule& rule);

    std::string origin;
    bool overrides_tags;
    bool has_groups;
    std::array<RuleTemplate, settable_attribute_count> templates;
};

/// Default attributes of a source's charges.
struct SourceDefaults {
    std::string origin;
    std::array<std::string, attribute_count> values;
};

/// Everything that decides who pays, prepared for lookup.
class AttributionBasis {
public:
    AttributionBasis(const Config& config, Directory directory);

    [[nodiscard]] const RuleMatcher& matcher() const { return m_matcher; }
    [[nodiscard]] const std::vector<CompiledRule>& rules() const { return m_rules; }
    /// Rules whose values use groups of regular expressions.
    [[nodiscard]] RuleBitsView rules_with_groups() const { return m_with_groups; }
    [[nodiscard]] const PayerDirectory& directory() const { return m_directory; }
    /// Null if the source has no defaults; its name is compared without case.
    [[nodiscard]] const SourceDefaults* defaults_of(std::string_view source) const;
    /// Empty if it is not an alias.
    [[nodiscard]] std::string_view meaning_of(std::string_view email) const;
    /// Uses tags only.
    [[nodiscard]] bool is_plain() const;

private:
    RuleMatcher m_matcher;
    std::vector<CompiledRule> m_rules;
    RuleBits m_with_groups;
    PayerDirectory m_directory;
    std::map<std::string, SourceDefaults, std::less<>> m_defaults;  // by small letters
    std::map<std::string, std::string, std::less<>> m_aliases;
};

/// Finds the payer of one charge after the other. Use one for each thread and source.
class PayerFinder {
public:
    PayerFinder(const AttributionBasis& basis, std::string_view source);

    /// `rules` are those that match. The result is valid until the next call and as long as the
    /// charge; its number is 0.
    [[nodiscard]] Attribution& find(const Charge& charge, const ChargeTime& time,
                                    const TagDates& dates, RuleBitsView rules);

    [[nodiscard]] const std::string& source() const { return m_source; }

private:
    [[nodiscard]] bool is_set(Attribute attribute) const;
    void set(std::size_t attribute, std::string_view value, std::string_view origin);
    void take_rules(const RuleSubject& subject, RuleBitsView rules, bool overriding);
    void take_rule(const CompiledRule& rule, const RuleSubject& subject);
    void take_tags(const AttributeTexts& tags);
    void take_project(const ChargeTime& time);
    void take_defaults(const ChargeTime& time);
    void settle_email(const ChargeTime& time);
    void replace_email(std::string_view email, std::string_view how);
    void follow_successors(const ChargeTime& time);
    void add_flags(const ChargeTime& time, const TagDates& dates);

    const AttributionBasis& m_basis;
    std::string m_source;
    const SourceDefaults* m_defaults;
    bool m_has_directory;
    Attribution m_found;
    std::array<std::string, settable_attribute_count> m_filled;  // by templates
    std::string m_email;
    std::string m_email_origin;
    std::string m_project_origin;
};

}  // namespace focus_billing
