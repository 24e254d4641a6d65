#include "focus_billing/model/charges/charge.hpp"

#include <chrono>

namespace focus_billing {

Instant month_start(BillingPeriod period) {
    using namespace std::chrono;
    const year_month_day first{year{period.year()}, month{static_cast<unsigned>(period.month())},
                               day{1}};
    return {duration_cast<seconds>(sys_days{first}.time_since_epoch()).count(), 0};
}

ChargeTime charge_time(const Charge& charge) {
    const auto& start = charge.charge_period_start;
    if (!start)
        return {month_start(charge.billing_period), month_start(charge.billing_period.next())};
    const Instant end = charge.charge_period_end.value_or(*start);
    return {*start, end < *start ? *start : end};
}

}  // namespace focus_billing
