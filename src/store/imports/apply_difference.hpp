#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "focus_billing/model/charges/charge_totals.hpp"
#include "focus_billing/store/imports/delivery_comparison.hpp"

namespace focus_billing {

class Transaction;

/// What an import changes in one month in which charges count, and one currency.
struct ImportEffect {
    ChargeTally added;
    ChargeTally removed;
    std::uint64_t changed = 0;  ///< pairs of an added and a removed charge
};

using ImportEffects = std::map<std::pair<BillingPeriod, std::string>, ImportEffect>;

/// Takes out of the months what the delivery no longer has: a charge of an open month is superseded
/// by `import`, one of another month reversed in the open month of its corrections, with its payer,
/// its flags and its decision. Then stores what `ChargeInserter` has staged, as corrections that
/// are linked to the charges that they replace. Adds what this changes to `effects`. Throws
/// SQLite::Exception.
void apply_difference(const Transaction& transaction, std::int64_t import,
                      const DeliveryComparison& comparison, ImportEffects& effects);

/// What the rows that were simply added change.
void add_stored_rows(const ChargeSummary& summary, const DeliveryOutcome& outcome,
                     ImportEffects& effects);

}  // namespace focus_billing
