#pragma once

#include "focus_billing/model/charges/charge.hpp"

namespace focus_billing {

/// When a charge arose: [start, end), or an instant where both are equal.
struct ChargeTime {
    Instant start;
    Instant end;

    /// Whether any of it is at or behind `instant`.
    [[nodiscard]] bool reaches(Instant instant) const { return start >= instant || end > instant; }

    friend bool operator==(const ChargeTime&, const ChargeTime&) = default;
};

/// The first instant of a month.
[[nodiscard]] Instant month_start(BillingPeriod period);

/// The charge period; without an end its start alone, without a start the billing month.
[[nodiscard]] ChargeTime charge_time(const Charge& charge);

}  // namespace focus_billing
