#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "focus_billing/model/charges/decision.hpp"
#include "focus_billing/model/config.hpp"

namespace focus_billing {

/// Regular expressions (RE2) of which one is to match. May be used by several threads at once.
class PatternSet {
public:
    enum class Place : std::uint8_t { anywhere, whole };  ///< of a text

    /// A bad pattern is a std::logic_error.
    PatternSet(const std::vector<std::string>& patterns, Place place);
    ~PatternSet();
    PatternSet(const PatternSet&) = delete;
    PatternSet& operator=(const PatternSet&) = delete;

    [[nodiscard]] bool empty() const { return m_patterns.empty(); }
    /// Null if none matches.
    [[nodiscard]] const std::string* first_match(std::string_view text) const;
    [[nodiscard]] bool matches(std::string_view text) const;
    /// All of them, in words.
    [[nodiscard]] std::string list() const;

private:
    class Compiled;

    std::vector<std::string> m_patterns;
    std::unique_ptr<const Compiled> m_compiled;
};

/// Looks whether the payer that a reviewer names has the forms that the configuration asks for.
class PayerCheck {
public:
    explicit PayerCheck(const Config& config);

    /// FB571 with `place`, or nothing.
    [[nodiscard]] std::optional<Diagnostic> check(const DecisionRequest& request,
                                                  const std::string& place) const;

private:
    PatternSet m_fund_orgs;
    PatternSet m_account_codes;
};

}  // namespace focus_billing
