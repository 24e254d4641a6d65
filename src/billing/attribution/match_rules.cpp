#include "billing/attribution/match_rules.hpp"

#include <algorithm>
#include <optional>

namespace focus_billing {

namespace {

bool is_valid_at(const AttributionRule& rule, const std::optional<Instant>& start) {
    if (!start)
        return !rule.valid_from;
    return (!rule.valid_from || *rule.valid_from <= *start) &&
           (!rule.valid_until || *start < *rule.valid_until);
}

RuleBits valid_rules(const std::vector<AttributionRule>& rules,
                     const std::optional<Instant>& start) {
    RuleBits bits = no_rules(rules.size());
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
        if (is_valid_at(rules[rule], start))
            add_rule(bits, rule);
    }
    return bits;
}

}  // namespace

RuleMatcher::RuleMatcher(const std::vector<AttributionRule>& rules) : m_rule_count(rules.size()) {
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
        for (const auto& condition : rules[rule].conditions)
            add(rule, condition);
    }
    for (auto* places : {&m_sources, &m_fields}) {
        for (auto& place : *places)
            place.conditions.compile();
    }
    for (auto& place : m_tags)
        place.conditions.compile();
    note_validity(rules);
}

void RuleMatcher::add(std::size_t rule, const RuleCondition& condition) {
    if (!condition.field) {
        add_tag(rule, condition);
    } else {
        add_field(rule, condition, *condition.field == RuleField::source ? m_sources : m_fields);
    }
}

void RuleMatcher::add_field(std::size_t rule, const RuleCondition& condition,
                            std::vector<FieldConditions>& places) {
    const RuleField field = *condition.field;
    auto place = std::ranges::find_if(places, [&](const FieldConditions& each) {
        return each.field == field && !each.conditions.has(rule);
    });
    if (place == places.end()) {
        places.push_back({field, TextConditions(m_rule_count, field == RuleField::source)});
        place = places.end() - 1;
    }
    place->conditions.add(rule, condition);
}

void RuleMatcher::add_tag(std::size_t rule, const RuleCondition& condition) {
    auto place = std::ranges::find_if(m_tags, [&](const TagConditions& each) {
        return each.key == condition.tag_key && !each.conditions.has(rule);
    });
    if (place == m_tags.end()) {
        m_tags.push_back({condition.tag_key, TextConditions(m_rule_count, false)});
        place = m_tags.end() - 1;
    }
    place->conditions.add(rule, condition);
}

void RuleMatcher::note_validity(const std::vector<AttributionRule>& rules) {
    for (const auto& rule : rules) {
        for (const auto& instant : {rule.valid_from, rule.valid_until}) {
            if (instant)
                m_changes.push_back(*instant);
        }
    }
    std::ranges::sort(m_changes);
    m_changes.erase(std::unique(m_changes.begin(), m_changes.end()), m_changes.end());
    m_valid_by_stage.push_back(valid_rules(rules, std::nullopt));
    for (const Instant change : m_changes)
        m_valid_by_stage.push_back(valid_rules(rules, change));
}

RuleBits RuleMatcher::rules_of_source(std::string_view source) const {
    RuleBits result(words(), ~std::uint64_t{0});
    RuleBits bits = no_rules(m_rule_count);
    for (const auto& place : m_sources) {
        place.conditions.evaluate(source, bits);
        for (std::size_t i = 0; i < bits.size(); ++i)
            result[i] &= bits[i];
    }
    return result;
}

RuleBitsView RuleMatcher::rules_at(Instant start) const {
    const auto stage = std::ranges::upper_bound(m_changes, start) - m_changes.begin();
    return m_valid_by_stage[static_cast<std::size_t>(stage)];
}

}  // namespace focus_billing
