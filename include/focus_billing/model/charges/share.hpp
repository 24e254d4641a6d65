#pragma once

#include <cstdint>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

/// What one payer bears of a billed charge. `values` live as long as those of the charge.
struct Share {
    std::int64_t payer = 0;  ///< equal for equal values
    const AttributeTexts* values = nullptr;
    Decimal cost;
};

}  // namespace focus_billing
