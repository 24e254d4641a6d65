#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "focus_billing/model/charges/charge_tally.hpp"
#include "focus_billing/model/imports/delivery_difference.hpp"
#include "focus_billing/model/imports/delivery.hpp"
#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// An import that was there before, as a report names it.
struct EarlierImport {
    std::int64_t number = 0;
    std::string file_name;
    std::string imported_at;
};

/// What a delivery is to one month.
struct DeliveredPeriod {
    BillingPeriod period;
    DeliveryKind kind = DeliveryKind::first;
    std::vector<EarlierImport> superseded;     ///< imports whose place it takes
    std::optional<BillingPeriod> billed_in{};  ///< of corrections, where there are any
};

/// What became of the rows of a delivery, or would become of them.
struct DeliveryOutcome {
    using Key = std::pair<BillingPeriod, std::string>;  ///< billing period and currency

    /// The import that has the very same bytes: then the file was not taken in again.
    std::optional<EarlierImport> same_bytes{};
    std::vector<DeliveredPeriod> periods{};
    std::map<Key, ChargeTally> unchanged{};
    std::map<Key, ChargeTally> corrected{};
    std::uint64_t unchanged_rows = 0;
    std::uint64_t corrected_rows = 0;
    std::uint64_t reversals = 0;  ///< charges of closed months that were reversed
    std::vector<DifferenceTotal> differences{};
};

}  // namespace focus_billing
