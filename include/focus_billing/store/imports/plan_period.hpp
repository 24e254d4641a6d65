#pragma once

#include <optional>
#include <vector>

#include "focus_billing/model/imports/delivery.hpp"

namespace focus_billing {

class Transaction;

/// How a delivery is to be compared with what one month already has of its source and series.
struct PeriodPlan {
    DeliveryKind kind = DeliveryKind::first;
    std::vector<EarlierImport> compared{};  ///< whose charges the rows are looked for in
    std::vector<EarlierImport> beside{};  ///< others that stay: a row they have may be a duplicate
    /// Nobody said whether the delivery takes the place of `compared` or stands beside them.
    bool is_undecided = false;
    /// The source's deliveries add up, so a row that is there already is refused.
    bool refuses_equal = false;
};

/// Decides by --replace, --append, --mends, the source's `delivery`, or the file's name, in this
/// order. Throws Error FB518 (state) if --replace cannot be understood, and SQLite::Exception.
[[nodiscard]] PeriodPlan plan_period(const Transaction& transaction,
                                     const DeliverySettings& settings, BillingPeriod period);

/// How many rejected rows of the import `terms.mends` are not mended yet. Throws Error FB508
/// (state) if there is no such import, FB519 if it was superseded or mends another one itself.
[[nodiscard]] std::uint64_t count_rows_to_mend(const Transaction& transaction,
                                               const DeliverySettings& settings);

/// File names that count as the same: `.gz` makes no difference.
[[nodiscard]] bool is_same_delivery_name(const std::string& a, const std::string& b);

}  // namespace focus_billing
