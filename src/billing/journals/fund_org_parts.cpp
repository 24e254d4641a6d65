#include "focus_billing/billing/journals/fund_org_parts.hpp"

#include <re2/re2.h>

#include <stdexcept>

namespace focus_billing {

struct FundOrgParts::Pattern {
    explicit Pattern(const std::string& text) : regex(text, re2::RE2::Quiet) {
        if (!regex.ok())
            throw std::logic_error("a pattern that was not checked: " + text);
    }

    [[nodiscard]] bool match(std::string_view text, std::vector<re2::StringPiece>& found) const {
        found.resize(static_cast<std::size_t>(regex.NumberOfCapturingGroups()) + 1);
        return regex.Match(re2::StringPiece(text.data(), text.size()), 0, text.size(),
                           re2::RE2::ANCHOR_BOTH, found.data(), static_cast<int>(found.size()));
    }

    re2::RE2 regex;
};

FundOrgParts::FundOrgParts(const std::vector<std::string>& patterns) {
    for (const auto& pattern : patterns)
        m_patterns.push_back(std::make_unique<const Pattern>(pattern));
}

FundOrgParts::~FundOrgParts() = default;
FundOrgParts::FundOrgParts(FundOrgParts&&) noexcept = default;

std::optional<std::map<std::string, std::string>>
FundOrgParts::find(std::string_view fund_org) const {
    std::map<std::string, std::string> parts;
    if (m_patterns.empty()) {
        parts.emplace("fund", fund_org);
        return parts;
    }
    std::vector<re2::StringPiece> found;
    for (const auto& pattern : m_patterns) {
        if (!pattern->match(fund_org, found))
            continue;
        for (const auto& [name, group] : pattern->regex.NamedCapturingGroups()) {
            const auto& part = found[static_cast<std::size_t>(group)];
            parts.emplace(name, std::string(part.data(), part.size()));
        }
        return parts;
    }
    return std::nullopt;
}

}  // namespace focus_billing
