#include "billing/attribution/attribution_basis.hpp"

#include <algorithm>

#include "focus_billing/model/text.hpp"

namespace focus_billing {

CompiledRule::CompiledRule(const AttributionRule& rule)
    : origin("rule " + rule.name + (rule.overrides_tags ? " (override)" : "")),
      overrides_tags(rule.overrides_tags), has_groups(false) {
    for (std::size_t i = 0; i < settable_attribute_count; ++i) {
        templates[i] = RuleTemplate(rule.set[i], rule);
        has_groups = has_groups || templates[i].has_groups();
    }
}

AttributionBasis::AttributionBasis(const Config& config, Directory directory)
    : m_matcher(config.attribution.rules),
      m_rules(config.attribution.rules.begin(), config.attribution.rules.end()),
      m_with_groups(no_rules(m_rules.size())), m_directory(std::move(directory)),
      m_aliases(config.attribution.aliases.begin(), config.attribution.aliases.end()) {
    for (std::size_t rule = 0; rule < m_rules.size(); ++rule) {
        if (m_rules[rule].has_groups)
            add_rule(m_with_groups, rule);
    }
    for (const auto& source : config.known_sources) {
        const bool has_defaults = std::ranges::any_of(
            source.defaults, [](const std::string& value) { return !value.empty(); });
        if (has_defaults) {
            m_defaults.emplace(lower_case(source.name),
                               SourceDefaults{"default of " + source.name, source.defaults});
        }
    }
}

const SourceDefaults* AttributionBasis::defaults_of(std::string_view source) const {
    const auto found = m_defaults.find(lower_case(source));
    return found == m_defaults.end() ? nullptr : &found->second;
}

std::string_view AttributionBasis::meaning_of(std::string_view email) const {
    const auto found = m_aliases.find(email);
    return found == m_aliases.end() ? std::string_view{} : std::string_view(found->second);
}

bool AttributionBasis::is_plain() const {
    return m_rules.empty() && m_directory.empty() && m_defaults.empty() && m_aliases.empty();
}

}  // namespace focus_billing
