#pragma once

#include <cstdint>
#include <optional>

#include "focus_billing/model/charges/attribution.hpp"
#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/statements/statement.hpp"

namespace focus_billing {

/// A billed charge as read for its statement. The views are valid until the next one is read.
struct StatementChargeRow {
    std::uint32_t statement = 0;  ///< its index among the statements of the run
    std::int64_t payer = 0;       ///< equal for equal payers
    const AttributeTexts* values = nullptr;
    Decimal cost;
    std::optional<Decimal> list;
    std::optional<Decimal> quantity;
    StatementCharge charge;  ///< without its section
};

}  // namespace focus_billing
