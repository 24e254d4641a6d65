#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "billing/attribution/text_conditions.hpp"

namespace focus_billing {

/// The conditions of all rules, by the text that they look at. May be used by several threads.
class RuleMatcher {
public:
    struct FieldConditions {
        RuleField field;
        TextConditions conditions;
    };
    struct TagConditions {
        std::string key;
        TextConditions conditions;
    };

    explicit RuleMatcher(const std::vector<AttributionRule>& rules);

    [[nodiscard]] std::size_t rule_count() const { return m_rule_count; }
    [[nodiscard]] std::size_t words() const { return (m_rule_count + 63) / 64; }
    /// Fields other than `source`; one with two conditions of a rule stands here twice.
    [[nodiscard]] const std::vector<FieldConditions>& fields() const { return m_fields; }
    [[nodiscard]] const std::vector<TagConditions>& tags() const { return m_tags; }

    /// The rules that hold for charges of a source, as far as that goes.
    [[nodiscard]] RuleBits rules_of_source(std::string_view source) const;
    /// The rules that are valid for a charge that begins then.
    [[nodiscard]] RuleBitsView rules_at(Instant start) const;

private:
    void add(std::size_t rule, const RuleCondition& condition);
    void add_field(std::size_t rule, const RuleCondition& condition,
                   std::vector<FieldConditions>& places);
    void add_tag(std::size_t rule, const RuleCondition& condition);
    void note_validity(const std::vector<AttributionRule>& rules);

    std::size_t m_rule_count;
    std::vector<FieldConditions> m_sources;
    std::vector<FieldConditions> m_fields;
    std::vector<TagConditions> m_tags;
    std::vector<Instant> m_changes;          // where the valid rules change, ascending
    std::vector<RuleBits> m_valid_by_stage;  // before the first change, then from each one on
};

}  // namespace focus_billing
