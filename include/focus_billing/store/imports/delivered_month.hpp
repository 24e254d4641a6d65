#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "focus_billing/model/decimal_sum.hpp"
#include "focus_billing/model/period.hpp"
#include "focus_billing/store/imports/live_rows.hpp"
#include "focus_billing/store/imports/plan_period.hpp"

namespace focus_billing {

/// What a comparison knows of one billing period of a delivery.
struct DeliveredMonth {
    /// What the compared charges of a currency come to, and what the delivery has of it.
    struct Costs {
        DecimalSum before;
        DecimalSum now;
    };

    BillingPeriod period;
    std::optional<PeriodStatus> status;  ///< nothing: it was never opened
    PeriodPlan plan;
    LiveRows compared;
    LiveRows beside;
    std::uint64_t rows = 0;            ///< of the delivery
    std::uint64_t fresh = 0;           ///< of these, not among the compared charges
    std::uint64_t equal_beside = 0;    ///< of the fresh ones, those that an import beside has
    std::uint64_t removed = 0;         ///< compared charges that the delivery does not have
    std::uint64_t locked_removed = 0;  ///< of these, in a month that is not open
    std::map<std::string, Costs> costs;
    std::optional<BillingPeriod> billed_in;  ///< of its corrections, where there are any
    std::optional<CostBasis> charged_by;     ///< nothing: it has no charges of the source yet

    bool has_begun = true;

    [[nodiscard]] bool is_open() const { return !status || *status == PeriodStatus::open; }
    /// Whether each row that differs is looked at by itself.
    [[nodiscard]] bool is_itemised() const { return !plan.compared.empty() || !is_open(); }
    /// Whether it differs from what is closed already.
    [[nodiscard]] bool has_corrections() const {
        return (!is_open() && fresh > 0) || locked_removed > 0;
    }
    [[nodiscard]] std::uint64_t equal() const { return rows - fresh; }
};

}  // namespace focus_billing
