#include "billing/attribution/match_rules.hpp"

#include <algorithm>
#include <optional>

#include "focus_billing/model/hashes.hpp"

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

std::string_view field_text(const Charge& charge, RuleField field) {
    switch (field) {
    case RuleField::source: return {};
    case RuleField::sub_account_id: return charge.sub_account_id;
    case RuleField::sub_account_name: return charge.sub_account_name;
    case RuleField::resource_id: return charge.resource_id;
    case RuleField::resource_name: return charge.resource_name;
    case RuleField::service_name: return charge.service_name;
    case RuleField::service_category: return charge.service_category;
    case RuleField::region_id: return charge.region_id;
    case RuleField::charge_category: return charge.charge_category;
    case RuleField::charge_class: return charge.charge_class;
    case RuleField::charge_description: return charge.charge_description;
    case RuleField::invoice_id: return charge.invoice_id;
    case RuleField::currency: return charge.billing_currency;
    }
    return {};
}

std::string_view tag_text(const Charge& charge, std::string_view key) {
    const auto& entries = charge.tags->entries;
    const auto found = std::ranges::find(entries, key, &Tag::key);
    return found == entries.end() ? std::string_view{} : found->value;
}

std::string_view RuleSubject::text(const RuleCondition& condition) const {
    if (!condition.field)
        return tag_text(charge, condition.tag_key);
    return *condition.field == RuleField::source ? source : field_text(charge, *condition.field);
}

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

void ValueMemo::make_slots() {
    m_texts.resize(slot_count);
    m_is_filled.resize(slot_count);
    m_bits.resize((slot_count + 1) * m_words);
}

RuleBitsView ValueMemo::rules_for(std::string_view text, const TextConditions& conditions) {
    if (m_texts.empty())
        make_slots();
    if (m_last != none && m_texts[m_last] == text)
        return bits_at(m_last);
    if (text.size() > longest_text) {
        conditions.evaluate(text, bits_at(slot_count));
        return bits_at(slot_count);
    }
    const std::size_t slot = (whole_hash(text) >> 40U) % slot_count;
    if (m_is_filled[slot] == 0 || m_texts[slot] != text) {
        m_texts[slot] = text;
        m_is_filled[slot] = 1;
        conditions.evaluate(text, bits_at(slot));
    }
    m_last = slot;
    return bits_at(slot);
}

RuleFinder::RuleFinder(const RuleMatcher& matcher, std::string_view source)
    : m_matcher(matcher), m_of_source(matcher.rules_of_source(source)),
      m_memos(matcher.fields().size(), ValueMemo(matcher.words())), m_scratch(matcher.words()),
      m_result(matcher.words()) {
    if (matcher.tags().empty())
        return;
    m_tag_numbers.resize(tag_slot_count);
    m_tag_bits.resize((tag_slot_count + 2) * matcher.words());
    evaluate_tags({}, {m_tag_bits.data() + tag_slot_count * matcher.words(), matcher.words()});
}

void RuleFinder::keep_only(RuleBitsView bits) {
    for (std::size_t i = 0; i < m_result.size(); ++i)
        m_result[i] &= bits[i];
}

RuleBitsView RuleFinder::find(const Charge& charge, Instant start) {
    m_result = m_of_source;
    keep_only(m_matcher.rules_at(start));
    const auto& fields = m_matcher.fields();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        keep_only(m_memos[i].rules_for(field_text(charge, fields[i].field), fields[i].conditions));
    }
    if (!m_matcher.tags().empty())
        keep_only(rules_for_tags(charge));
    return m_result;
}

RuleBitsView RuleFinder::rules_for_tags(const Charge& charge) {
    const std::size_t words = m_matcher.words();
    const auto bits_at = [&](std::size_t slot) {
        return std::span<std::uint64_t>(m_tag_bits.data() + slot * words, words);
    };
    const Tags& tags = *charge.tags;
    if (tags.entries.empty())
        return bits_at(tag_slot_count);
    const std::size_t slot =
        tags.number == 0 ? tag_slot_count + 1 : std::size_t{tags.number % tag_slot_count};
    const bool is_known = tags.number != 0 && m_tag_numbers[slot] == tags.number;
    if (!is_known) {
        evaluate_tags(charge, bits_at(slot));
        if (tags.number != 0)
            m_tag_numbers[slot] = tags.number;
    }
    return bits_at(slot);
}

void RuleFinder::evaluate_tags(const Charge& charge, std::span<std::uint64_t> bits) {
    std::ranges::fill(bits, ~std::uint64_t{0});
    for (const auto& [key, conditions] : m_matcher.tags()) {
        conditions.evaluate(tag_text(charge, key), m_scratch);
        for (std::size_t i = 0; i < bits.size(); ++i)
            bits[i] &= m_scratch[i];
    }
}

}  // namespace focus_billing
