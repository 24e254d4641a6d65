#include "input/check_charge.hpp"

#include <algorithm>
#include <chrono>

#include "focus_billing/model/nearest_name.hpp"

namespace focus_billing {

namespace {

std::string allowed_help(std::string_view value, std::span<const std::string_view> allowed) {
    if (const auto near = nearest_name(value, allowed)) {
        return "did you mean '" + *near + "'? Case counts";
    }
    std::string list;
    for (const auto name : allowed)
        list += (list.empty() ? "" : ", ") + std::string(name);
    return "FOCUS allows: " + list;
}

void check_allowed(ChargeRow& row, Column column, std::string_view value,
                   std::span<const std::string_view> allowed) {
    if (value.empty() || std::ranges::find(allowed, value) != allowed.end())
        return;
    if (row.count(212)) {
        row.keep(212, column, "is no value that FOCUS allows", value, allowed_help(value, allowed));
    }
}

std::int64_t first_second(BillingPeriod period) {
    using namespace std::chrono;
    const year_month_day first{year{period.year()}, month{static_cast<unsigned>(period.month())},
                               day{1}};
    return duration_cast<seconds>(sys_days{first}.time_since_epoch()).count();
}

// Local midnights may stand for the bounds of a month, up to 14 hours away from UTC.
constexpr std::int64_t zone_tolerance = 14 * 3600;

void check_charge_period(ChargeRow& row, const Charge& charge) {
    if (!charge.charge_period_start || charge.charge_class == "Correction")
        return;
    const std::int64_t month_begin = first_second(charge.billing_period) - zone_tolerance;
    const std::int64_t month_end = first_second(charge.billing_period.next()) + zone_tolerance;
    const bool begins_outside = charge.charge_period_start->seconds < month_begin ||
                                charge.charge_period_start->seconds >= month_end;
    const bool leaves = charge.charge_period_end && charge.charge_category != "Purchase" &&
                        charge.charge_period_end->seconds > month_end;
    if (!begins_outside && !leaves)
        return;
    if (!row.count(303))
        return;
    const Column column = begins_outside ? Column::charge_period_start : Column::charge_period_end;
    row.keep(303, column, "lies outside the billing period " + charge.billing_period.text(),
             row.text(column), "only a row with ChargeClass Correction may; check both periods");
}

}  // namespace

void check_charge(ChargeRow& row, const Charge& charge) {
    check_allowed(row, Column::charge_category, charge.charge_category, charge_categories());
    check_allowed(row, Column::charge_class, charge.charge_class, charge_classes());
    check_allowed(row, Column::service_category, charge.service_category, service_categories());
    check_charge_period(row, charge);
}

}  // namespace focus_billing
