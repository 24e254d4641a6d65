#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "billing/attribution/match_rules.hpp"
#include "billing/attribution/rule_subject.hpp"
#include "focus_billing/model/charges/charge.hpp"

namespace focus_billing {

/// What the conditions on one text said of values that were met a short while ago. Holds a bounded
/// number.
class ValueMemo {
public:
    explicit ValueMemo(std::size_t words) : m_words(words) {}

    /// The rules that hold for `text`; lives until the next call.
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
    std::vector<std::uint64_t> m_bits;  // of all slots, and of one behind them for long texts
    std::size_t m_last = none;
};

/// Finds the rules that hold for the charges of one source. One serves one thread.
class RuleFinder {
public:
    RuleFinder(const RuleMatcher& matcher, std::string_view source);

    /// The rules all of whose conditions hold, and that are valid at `start`. Lives until the next
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
