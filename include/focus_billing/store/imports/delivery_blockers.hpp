#pragma once

#include <map>
#include <vector>

#include "focus_billing/model/diagnostic.hpp"
#include "focus_billing/model/imports/delivery.hpp"
#include "focus_billing/store/imports/delivered_month.hpp"

namespace focus_billing {

/// What refuses one month of a delivery, `changed` of whose rows have an old row as their pair:
/// FB507 nobody said what the file is to those that are there, FB511 rows that an earlier delivery
/// of a source whose deliveries add up has, too, FB512 it lacks too much of what was there, FB513
/// it differs from what is closed, FB514 there is no open month for its corrections.
[[nodiscard]] std::vector<Diagnostic> month_blockers(const DeliverySettings& settings,
                                                     const DeliveredMonth& month,
                                                     std::uint64_t changed);

/// Months of a delivery that an import may not open, since they have not begun (FB515), and those
/// more than a year from any other month (FB538, a warning). `opened` are those that are there.
[[nodiscard]] std::vector<Diagnostic> calendar_blockers(const DeliverySettings& settings,
                                                        const std::vector<BillingPeriod>& months,
                                                        const std::vector<BillingPeriod>& opened);

/// What refuses the delivery as a whole: FB518 an import to be replaced that has nothing in its
/// months, FB519 more rows than there are to mend.
[[nodiscard]] std::vector<Diagnostic> delivery_blockers(const DeliverySettings& settings,
                                                        const std::map<int, DeliveredMonth>& months,
                                                        std::optional<std::uint64_t> rows_to_mend);

}  // namespace focus_billing
