#include "focus_billing/convert/name_globs.hpp"

#include <re2/re2.h>

#include <algorithm>

#include "focus_billing/model/glob_pattern.hpp"

namespace focus_billing {

struct NameGlobs::Patterns {
    std::vector<std::unique_ptr<re2::RE2>> list;
};

NameGlobs::NameGlobs(const std::vector<std::string>& globs)
    : m_patterns(std::make_unique<Patterns>()) {
    for (const auto& glob : globs)
        m_patterns->list.push_back(std::make_unique<re2::RE2>(glob_pattern(glob)));
}

NameGlobs::~NameGlobs() = default;

bool NameGlobs::match(std::string_view name) const {
    const re2::StringPiece text(name.data(), name.size());
    return std::ranges::any_of(
        m_patterns->list, [&](const auto& pattern) { return re2::RE2::FullMatch(text, *pattern); });
}

}  // namespace focus_billing
