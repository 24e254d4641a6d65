#pragma once

#include "focus_billing/model/charges/charge_history.hpp"
#include "focus_billing/store/transaction.hpp"

namespace focus_billing {

/// All that is on record of a charge. Throws Error FB560 (state) if there is none of this number,
/// and those of Database.
[[nodiscard]] ChargeHistory query_charge_history(const Transaction& transaction,
                                                 std::int64_t charge);

}  // namespace focus_billing
