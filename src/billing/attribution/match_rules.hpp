#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "billing/attribution/text_conditions.hpp"
#include "focus_billing/model/charges/attribution_rule.hpp"
#include "focus_billing/model/charges/charge.hpp"

namespace focus_billing {

/// The text of a field; `source` is not in the charge.
[[nodiscard]] std::string_view field_text(const Charge& charge, RuleField field);

/// The value of the first tag with this exact key, or nothing.
[[nodiscard]] std::string_view tag_text(const Charge& charge, std::string_view key);

/// A charge and its source, as seen by rules.
struct RuleSubject {
    const Charge& charge;
    std::string_view source;

    /// The text that a condition tests; empty if there is none.
    [[nodiscard]] std::string_view text(const RuleCondition& condition) const;
};

/// The conditions of all rules, by the text that they test. May be used by several threads.
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
    /// Fields other than `source`. A field with two conditions of one rule is listed twice.
    [[nodiscard]] const std::vector<FieldConditions>& fields() const { return m_fields; }
    [[nodiscard]] const std::vector<TagConditions>& tags() const { return m_tags; }

    /// The rules whose conditions on the source are met, and those without one.
    [[nodiscard]] RuleBits rules_of_source(std::string_view source) const;
    /// The rules that are valid for a charge beginning then.
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

/// Caches the result of the conditions on one text for recent values. Holds a bounded number.
class ValueMemo {
public:
    explicit ValueMemo(std::size_t words) : m_words(words) {}

    /// The rules whose condition `text` meets; valid until the next call.
    [[nodiscard]] RuleBitsView rules_for(std::string_view text, const TextConditions& conditions);

private:
    static constexpr std::size_t slot_count = 8192;
    static constexpr std::size_t longest_text = 512;
    static constexpr std::size_t none = SIZE_MAX;

    [[nodiscard]] std::span<std::uint64_t> bits_at(std::size_t slot) {
        return {m_bits.data() + slot * m_words, m_words};
    }
    void make_slots();

    std::size_t m_words;
    std::vector<std::string> m_texts;
    std::vector<char> m_is_filled;
    std::vector<std::uint64_t> m_bits;  // of all slots, and of one more for long texts
    std::size_t m_last = none;
};

/// Finds the rules that match the charges of one source. Use one for each thread.
class RuleFinder {
public:
    RuleFinder(const RuleMatcher& matcher, std::string_view source);

    /// The rules whose conditions are all met and that are valid at `start`. Valid until the next
    /// call.
    [[nodiscard]] RuleBitsView find(const Charge& charge, Instant start);

private:
    static constexpr std::size_t tag_slot_count = 4096;

    void keep_only(RuleBitsView bits);
    [[nodiscard]] RuleBitsView rules_for_tags(const Charge& charge);
    void evaluate_tags(const Charge& charge, std::span<std::uint64_t> bits);

    const RuleMatcher& m_matcher;
    RuleBits m_of_source;
    std::vector<ValueMemo> m_memos;  // one for each of the matcher's fields
    std::vector<std::uint64_t> m_tag_numbers;
    std::vector<std::uint64_t> m_tag_bits;  // of all slots, of no tags, and of passing ones
    RuleBits m_scratch;
    RuleBits m_result;
};

}  // namespace focus_billing
