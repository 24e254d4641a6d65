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

/// Regular expressions (RE2), one of which should match. Several threads may use it at once.
class PatternSet {
public:
    enum class Place : std::uint8_t { anywhere, whole };  ///< of a text

    /// Throws std::logic_error for a bad pattern.
    PatternSet(const std::vector<std::string>& patterns, Place place);
    ~PatternSet();
    PatternSet(const PatternSet&) = delete;
    PatternSet& operator=(const PatternSet&) = delete;

    [[nodiscard]] bool empty() const { return m_patterns.empty(); }
    /// Null if none matches.
    [[nodiscard]] const std::string* first_match(std::string_view text) const;
    [[nodiscard]] bool matches(std::string_view text) const;
    /// All patterns, as a list in words.
    [[nodiscard]] std::string list() const;

private:
    class Compiled;

    std::vector<std::string> m_patterns;
    std::unique_ptr<const Compiled> m_compiled;
};

/// Checks whether the payer named by a reviewer matches the patterns of the configuration.
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
