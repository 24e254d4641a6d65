#pragma once

#include <optional>
#include <string>

#include "focus_billing/billing/attribution/pattern_set.hpp"
#include "focus_billing/model/config.hpp"
#include "focus_billing/model/charges/decision.hpp"

namespace focus_billing {

/// Looks whether the payer that a reviewer names has the forms that the configuration asks for.
class PayerCheck {
public:
    explicit PayerCheck(const Config& config);

    /// FB571 with `place`, or nothing.
    [[nodiscard]] std::optional<Diagnostic> check(const DecisionOrder& order,
                                                  const std::string& place) const;

private:
    PatternSet m_fund_orgs;
    PatternSet m_account_codes;
};

}  // namespace focus_billing
