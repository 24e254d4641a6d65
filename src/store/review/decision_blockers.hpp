#pragma once

#include <optional>
#include <string>

#include "focus_billing/model/charges/decision.hpp"
#include "focus_billing/store/charges/reviewed_charge.hpp"

namespace focus_billing {

/// Who would pay by an order, with what decided each text: `decision` where the reviewer names it.
struct OrderedPayer {
    std::array<std::string, attribute_count> values;
    std::array<std::string, attribute_count> origins;
};
[[nodiscard]] OrderedPayer ordered_payer(const ReviewedCharge& charge,
                                         const DecisionRequest& request);

/// How an order is carried out on a charge, or why it is not.
struct DecisionJudgement {
    DecisionEffect effect = DecisionEffect::in_place;
    bool is_done = false;  ///< nothing is left to do
    std::optional<Diagnostic> refusal{};
};

/// Whether the order can be carried out; `place` is named in the refusal (FB561 to FB568).
[[nodiscard]] DecisionJudgement decision_blockers(const ReviewedCharge& charge,
                                                  const DecisionRequest& request,
                                                  const std::string& place);

}  // namespace focus_billing
