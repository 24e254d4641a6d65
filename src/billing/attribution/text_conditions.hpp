#pragma once

#include <re2/re2.h>
#include <re2/set.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "focus_billing/model/charges/attribution_rule.hpp"

namespace focus_billing {

/// One bit for each rule, in order.
using RuleBits = std::vector<std::uint64_t>;
using RuleBitsView = std::span<const std::uint64_t>;

[[nodiscard]] inline RuleBits no_rules(std::size_t rules) {
    return RuleBits((rules + 63) / 64, 0);
}
inline void add_rule(std::span<std::uint64_t> bits, std::size_t rule) {
    bits[rule / 64] |= std::uint64_t{1} << (rule % 64);
}
[[nodiscard]] inline bool has_rule(RuleBitsView bits, std::size_t rule) {
    return ((bits[rule / 64] >> (rule % 64)) & 1U) != 0;
}

/// The regular expression of a glob or a regex. Throws std::logic_error for a bad one.
[[nodiscard]] std::unique_ptr<const re2::RE2> compile_match(const TextMatch& match,
                                                            bool ignores_case);

/// The conditions of many rules on one text, at most one for each rule. A set of all patterns finds
/// the matching ones in one pass. Several threads may use it at once.
class TextConditions {
public:
    TextConditions(std::size_t rules, bool ignores_case);

    void add(std::size_t rule, const RuleCondition& condition);
    [[nodiscard]] bool has(std::size_t rule) const { return !has_rule(m_without, rule); }
    /// Call once, after adding all conditions.
    void compile();

    /// Sets `bits` to the rules whose condition is met, and those without one.
    void evaluate(std::string_view text, std::span<std::uint64_t> bits) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };

    void match_patterns(std::string_view text, std::span<std::uint64_t> bits) const;

    bool m_ignores_case;
    RuleBits m_without;
    std::unordered_map<std::string, std::vector<std::size_t>, Hash, std::equal_to<>> m_exact;
    std::vector<std::unique_ptr<const re2::RE2>> m_patterns;
    std::vector<std::size_t> m_rule_of_pattern;
    std::unique_ptr<re2::RE2::Set> m_set;
};

}  // namespace focus_billing
