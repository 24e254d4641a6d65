#pragma once

#include <optional>
#include <string>
#include <vector>

#include "focus_billing/model/convert/conversion.hpp"

namespace focus_billing {

/// Credits that were bought at once. Pools are used up in the order in which they stand.
struct CreditPool {
    std::string name;
    Decimal credits;               ///< that were bought
    Decimal amount;                ///< that they cost
    std::optional<Instant> from;   ///< effective
    std::optional<Instant> until;  ///< exclusive
    std::optional<Decimal> used;   ///< credits used before the first day that is converted

    [[nodiscard]] bool holds_at(Instant time) const {
        return (!from || *from <= time) && (!until || time < *until);
    }
    bool operator==(const CreditPool&) const = default;
};

/// How tokens are charged: credits of ChatGPT Edu by pools, API costs as they are.
struct OpenAiPricing {
    std::vector<CreditPool> pools;

    bool operator==(const OpenAiPricing&) const = default;
};

}  // namespace focus_billing
