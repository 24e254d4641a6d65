#pragma once

#include <re2/re2.h>

#include <memory>
#include <string>
#include <vector>

#include "billing/attribution/match_rules.hpp"
#include "focus_billing/model/text_template.hpp"

namespace focus_billing {

/// A template of a rule, with the regular expressions of that rule that fill its groups.
class RuleTemplate {
public:
    RuleTemplate() = default;
    /// Throws std::logic_error for a fault of the template, or a group that is in no expression of
    /// the rule.
    RuleTemplate(const std::string& text, const AttributionRule& rule);

    [[nodiscard]] bool empty() const { return m_parts.empty(); }
    [[nodiscard]] bool has_groups() const;

    /// Writes the template's result to `text`. False if a tag or a group is missing or blank, or
    /// the whole result is.
    [[nodiscard]] bool fill(const RuleSubject& subject, std::string& text) const;

private:
    struct Part {
        TemplatePart::Kind kind;
        std::string text;
        RuleCondition condition;  // the condition whose expression has the group
        std::shared_ptr<const re2::RE2> expression;
        int group = 0;
    };

    [[nodiscard]] static Part find_group(Part part, const AttributionRule& rule);
    [[nodiscard]] static bool append_group(const Part& part, const RuleSubject& subject,
                                           std::string& text);

    std::vector<Part> m_parts;
};

}  // namespace focus_billing
