#include "billing/attribution/rule_finder.hpp"

#include <algorithm>

#include "focus_billing/model/hashes.hpp"

namespace focus_billing {

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
