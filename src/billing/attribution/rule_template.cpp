#include "billing/attribution/rule_template.hpp"

#include <algorithm>
#include <stdexcept>

#include "billing/attribution/text_conditions.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

RuleTemplate::RuleTemplate(const std::string& text, const AttributionRule& rule) {
    TextTemplate parsed = parse_template(text);
    if (!parsed.fault.empty())
        throw std::logic_error("a template that was not checked: " + text);
    for (auto& part : parsed.parts) {
        Part compiled{part.kind, std::move(part.text), {}, nullptr};
        m_parts.push_back(part.kind == TemplatePart::Kind::group
                              ? find_group(std::move(compiled), rule)
                              : std::move(compiled));
    }
}

RuleTemplate::Part RuleTemplate::find_group(Part part, const AttributionRule& rule) {
    for (const auto& condition : rule.conditions) {
        for (const auto& match : condition.any_of) {
            if (match.kind != TextMatch::Kind::regex)
                continue;
            std::shared_ptr<const re2::RE2> expression =
                compile_match(match, condition.field == RuleField::source);
            const auto& groups = expression->NamedCapturingGroups();
            const auto group = groups.find(part.text);
            if (group == groups.end())
                continue;
            part.condition = condition;
            part.group = group->second;
            part.expression = std::move(expression);
            return part;
        }
    }
    throw std::logic_error("a template that was not checked: no group " + part.text);
}

bool RuleTemplate::has_groups() const {
    return std::ranges::any_of(
        m_parts, [](const Part& part) { return part.kind == TemplatePart::Kind::group; });
}

bool RuleTemplate::append_group(const Part& part, const RuleSubject& subject, std::string& text) {
    const std::string_view searched = subject.text(part.condition);
    const auto group = static_cast<std::size_t>(part.group);
    std::vector<re2::StringPiece> groups(group + 1);
    if (!part.expression->Match({searched.data(), searched.size()}, 0, searched.size(),
                                re2::RE2::UNANCHORED, groups.data(), part.group + 1)) {
        return false;
    }
    const std::string_view found(groups[group].data(), groups[group].size());
    text += found;
    return !trimmed(found).empty();
}

bool RuleTemplate::fill(const RuleSubject& subject, std::string& text) const {
    text.clear();
    for (const auto& part : m_parts) {
        if (part.kind == TemplatePart::Kind::literal) {
            text += part.text;
        } else if (part.kind == TemplatePart::Kind::tag) {
            const std::string_view value = tag_text(subject.charge, part.text);
            if (trimmed(value).empty())
                return false;
            text += value;
        } else if (!append_group(part, subject, text)) {
            return false;
        }
    }
    return !trimmed(text).empty();
}

}  // namespace focus_billing
