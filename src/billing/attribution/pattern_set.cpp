#include "focus_billing/billing/attribution/pattern_set.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <new>
#include <stdexcept>

namespace focus_billing {

namespace {

re2::StringPiece piece(std::string_view text) {
    return {text.data(), text.size()};
}

}  // namespace

class PatternSet::Compiled {
public:
    Compiled(const std::vector<std::string>& patterns, Place place)
        : m_set(RE2::Quiet, place == Place::whole ? RE2::ANCHOR_BOTH : RE2::UNANCHORED) {
        for (const auto& pattern : patterns) {
            if (m_set.Add(pattern, nullptr) < 0)
                throw std::logic_error("a pattern that was not checked: " + pattern);
        }
        if (!patterns.empty() && !m_set.Compile())
            throw std::bad_alloc();
    }

    [[nodiscard]] const RE2::Set& set() const { return m_set; }

private:
    RE2::Set m_set;
};

PatternSet::PatternSet(const std::vector<std::string>& patterns, Place place)
    : m_patterns(patterns), m_compiled(std::make_unique<const Compiled>(patterns, place)) {}

PatternSet::~PatternSet() = default;

const std::string* PatternSet::first_match(std::string_view text) const {
    std::vector<int> matches;
    if (!m_compiled->set().Match(piece(text), &matches))
        return nullptr;
    return &m_patterns[static_cast<std::size_t>(*std::ranges::min_element(matches))];
}

bool PatternSet::matches(std::string_view text) const {
    return m_compiled->set().Match(piece(text), nullptr);
}

std::string PatternSet::list() const {
    std::string text;
    for (const auto& pattern : m_patterns)
        text += (text.empty() ? "" : " or ") + pattern;
    return text;
}

}  // namespace focus_billing
