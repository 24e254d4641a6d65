#pragma once

#include <string_view>

#include "focus_billing/model/charges/attribution_rule.hpp"
#include "focus_billing/model/charges/charge.hpp"

namespace focus_billing {

/// The text of a field; `source` is not in the charge.
[[nodiscard]] std::string_view field_text(const Charge& charge, RuleField field);

/// The value of the first tag with this exact key, or nothing.
[[nodiscard]] std::string_view tag_text(const Charge& charge, std::string_view key);

/// A charge and its source, as rules look at them.
struct RuleSubject {
    const Charge& charge;
    std::string_view source;

    /// The text that a condition looks at; empty where there is none.
    [[nodiscard]] std::string_view text(const RuleCondition& condition) const;
};

}  // namespace focus_billing
