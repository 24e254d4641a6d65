#include "billing/attribution/text_conditions.hpp"

#include <algorithm>
#include <stdexcept>

#include "focus_billing/model/glob_pattern.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::int64_t memory_of_set = std::int64_t{64} << 20U;

re2::StringPiece piece(std::string_view text) {
    return {text.data(), text.size()};
}

}  // namespace

std::unique_ptr<const re2::RE2> compile_match(const TextMatch& match, bool ignores_case) {
    re2::RE2::Options options(re2::RE2::Quiet);
    options.set_case_sensitive(!ignores_case);
    const std::string pattern =
        match.kind == TextMatch::Kind::glob ? glob_pattern(match.text) : match.text;
    auto compiled = std::make_unique<const re2::RE2>(pattern, options);
    if (!compiled->ok())
        throw std::logic_error("a pattern that was not checked: " + match.text);
    return compiled;
}

TextConditions::TextConditions(std::size_t rules, bool ignores_case)
    : m_ignores_case(ignores_case), m_without(no_rules(rules)) {
    for (std::size_t rule = 0; rule < rules; ++rule)
        add_rule(m_without, rule);
}

void TextConditions::add(std::size_t rule, const RuleCondition& condition) {
    m_without[rule / 64] &= ~(std::uint64_t{1} << (rule % 64));
    for (const auto& match : condition.any_of) {
        if (match.kind == TextMatch::Kind::exact) {
            m_exact[m_ignores_case ? lower_case(match.text) : match.text].push_back(rule);
            continue;
        }
        m_patterns.push_back(compile_match(match, m_ignores_case));
        m_rule_of_pattern.push_back(rule);
    }
}

void TextConditions::compile() {
    if (m_patterns.empty())
        return;
    re2::RE2::Options options(re2::RE2::Quiet);
    options.set_max_mem(memory_of_set);
    options.set_case_sensitive(!m_ignores_case);
    m_set = std::make_unique<re2::RE2::Set>(options, re2::RE2::UNANCHORED);
    for (const auto& pattern : m_patterns) {
        if (m_set->Add(pattern->pattern(), nullptr) < 0)
            throw std::logic_error("a pattern that was not checked: " + pattern->pattern());
    }
    if (!m_set->Compile())
        m_set.reset();
}

void TextConditions::evaluate(std::string_view text, std::span<std::uint64_t> bits) const {
    std::ranges::copy(m_without, bits.begin());
    if (!m_exact.empty()) {
        const auto found = m_ignores_case ? m_exact.find(lower_case(text)) : m_exact.find(text);
        if (found != m_exact.end()) {
            for (const std::size_t rule : found->second)
                add_rule(bits, rule);
        }
    }
    if (!m_patterns.empty() && !text.empty())
        match_patterns(text, bits);
}

// A set that is too large, or runs out of memory, tells no matches: then each pattern is asked.
void TextConditions::match_patterns(std::string_view text, std::span<std::uint64_t> bits) const {
    std::vector<int> matches;
    re2::RE2::Set::ErrorInfo error{};
    if (m_set)
        (void)m_set->Match(piece(text), &matches, &error);
    if (m_set && error.kind == re2::RE2::Set::kNoError) {
        for (const int match : matches)
            add_rule(bits, m_rule_of_pattern[static_cast<std::size_t>(match)]);
        return;
    }
    for (std::size_t i = 0; i < m_patterns.size(); ++i) {
        if (re2::RE2::PartialMatch(piece(text), *m_patterns[i]))
            add_rule(bits, m_rule_of_pattern[i]);
    }
}

}  // namespace focus_billing
