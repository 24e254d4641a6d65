#pragma once

#include <cstdint>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {

/// One payer's part of a billed charge. `values` are valid as long as those of the charge.
struct Share {
    std::int64_t payer = 0;  ///< equal for equal payers
    const AttributeTexts* values = nullptr;
    Decimal cost;
};

}  // namespace focus_billing
