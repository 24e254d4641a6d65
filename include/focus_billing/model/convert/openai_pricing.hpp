#pragma once

#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/convert/conversion.hpp"

namespace focus_billing {

/// Credits bought in one purchase. Pools are used up in the order listed.
struct CreditPool {
    std::string name;
    Decimal credits;               ///< bought
    Decimal amount;                ///< the price of all credits
    std::optional<Instant> from;   ///< effective
    std::optional<Instant> until;  ///< exclusive
    std::optional<Decimal> used;   ///< credits used before the first converted day

    [[nodiscard]] bool holds_at(Instant time) const {
        return (!from || *from <= time) && (!until || time < *until);
    }
    bool operator==(const CreditPool&) const = default;
};

/// How OpenAI usage is charged: credits of ChatGPT Edu by pools, API costs unchanged.
struct OpenAiPricing {
    std::vector<CreditPool> pools;

    bool operator==(const OpenAiPricing&) const = default;
};

}  // namespace focus_billing
