#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace focus_billing {

/// Takes fund_orgs apart by `journal.fund_org_regex`.
class FundOrgParts {
public:
    /// A bad pattern is a std::logic_error.
    explicit FundOrgParts(const std::vector<std::string>& patterns);
    ~FundOrgParts();
    FundOrgParts(FundOrgParts&&) noexcept;

    /// What the named groups of the first pattern that matches the whole text have found; without
    /// patterns `fund` is the whole text. Nothing if no pattern matches.
    [[nodiscard]] std::optional<std::map<std::string, std::string>>
    find(std::string_view fund_org) const;

private:
    struct Pattern;
    std::vector<std::unique_ptr<const Pattern>> m_patterns;
};

}  // namespace focus_billing
