#pragma once

#include <string>
#include <vector>

#include "focus_billing/model/charges/charge_history.hpp"

namespace focus_billing {

/// One step in the life of a charge, with the amount that is behind it.
struct HistoryStep {
    std::string amount;
    std::string what;
};

/// From the bill of the provider to where the charge counts today. Shares, statements and journals
/// will follow the last step.
[[nodiscard]] std::vector<HistoryStep> history_steps(const ChargeHistory& history);

/// `approved on 2025-02-01T06:00:00Z by ada: why`.
[[nodiscard]] std::string decision_text(const DecisionHistory& decision);

/// Who did something: the actor, or else the user of the system.
[[nodiscard]] std::string who(const Event& event);

/// `ada@example.edu, reef, 123456-2345`: who pays, as far as it is known.
[[nodiscard]] std::string payer_text(const OwnedTexts& payer);

}  // namespace focus_billing
