#include "focus_billing/input/parse_periods.hpp"

#include <algorithm>

#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view date_help =
    "write it as 2025-01-31, or as 2025-01-31T00:00:00Z with a time of day";

// Bills of other years are typing errors.
constexpr int first_year = 1970;
constexpr int last_year = 2199;

bool same_month(const Timestamp& a, const Timestamp& b) {
    return a.year == b.year && a.month == b.month;
}

bool may_be_inclusive(const Timestamp& end) {
    return end.date_only || end.last_second;
}

bool billing_end_is_inclusive(const Timestamp& start, const Timestamp& end) {
    return may_be_inclusive(end) && same_month(start, end) && end.is_last_day_of_month();
}

bool charge_end_is_inclusive(const Timestamp& start, const Timestamp& end) {
    if (start.date_only && end.date_only && start.instant == end.instant)
        return true;
    return may_be_inclusive(end) && same_month(start, end) && start.day == 1 &&
           end.is_last_day_of_month();
}

bool is_midnight(const Timestamp& stamp) {
    return stamp.instant.seconds == stamp.day_start_seconds && stamp.instant.nanoseconds == 0;
}

bool exceeds_month(BillingPeriod period, const Timestamp& end) {
    const BillingPeriod of_end(end.year, end.month);
    return of_end > period.next() ||
           (of_end == period.next() && (end.day > 1 || !is_midnight(end)));
}

std::size_t index_of(Column column) {
    return static_cast<std::size_t>(column);
}

static_assert(static_cast<std::size_t>(Column::billing_period_start) == 0);
static_assert(static_cast<std::size_t>(Column::charge_period_end) == 3);

void report_order(ChargeRow& row, Column end, std::string_view text) {
    row.report(301, end, "is not after the period's start", text,
               "the end is the first moment after the period: 2025-02-01 for January");
}

void check_billing_end(ChargeRow& row, BillingPeriod period, const Timestamp& start,
                       const Timestamp& end) {
    const auto text = row.text(Column::billing_period_end);
    if (billing_end_is_inclusive(start, end)) {
        row.report(207, Column::billing_period_end, "is the last day of the month", text,
                   "it is read as inclusive, up to the end of that day; FOCUS wants the day after");
    } else if (end.instant <= start.instant) {
        report_order(row, Column::billing_period_end, text);
    } else if (exceeds_month(period, end) && row.count(304)) {
        row.keep(304, Column::billing_period_end, "lies beyond the month of BillingPeriodStart",
                 text, "the charge is taken into " + period.text());
    }
}

}  // namespace

void PeriodParser::parse(ChargeRow& row, Charge& charge) {
    parse_billing_period(row, charge);
    parse_charge_period(row, charge);
}

const Timestamp* PeriodParser::read(ChargeRow& row, Column column) {
    const auto text = row.text(column);
    if (text.empty())
        return nullptr;
    LastDate& last = m_last[index_of(column)];
    if (!last.is(text)) {
        last.stamp = parse_timestamp(text);
        last.size = text.size() <= last.text.size() ? text.size() : 0;
        std::copy_n(text.data(), last.size, last.text.data());
    }
    if (!last.stamp) {
        row.report(205, column, "is not a date", text, date_help);
        return nullptr;
    }
    if (!last.stamp->has_zone && !last.stamp->date_only) {
        row.report(206, column, "has no time zone", text,
                   "UTC is taken; FOCUS wants a Z: 2025-01-31T00:00:00Z");
    }
    return &*last.stamp;
}

const Timestamp* PeriodParser::read_billing_start(ChargeRow& row) {
    const auto text = row.text(Column::billing_period_start);
    if (trimmed(text).empty()) {
        row.report(202, Column::billing_period_start, "is missing", text,
                   "write the first day of the month that the row is billed in: 2025-01-01");
        return nullptr;
    }
    const Timestamp* start = read(row, Column::billing_period_start);
    if (start == nullptr || (start->year >= first_year && start->year <= last_year))
        return start;
    row.report(213, Column::billing_period_start, "is in no year from 1970 to 2199", text,
               "check the year");
    return nullptr;
}

void PeriodParser::parse_billing_period(ChargeRow& row, Charge& charge) {
    const Timestamp* start = read_billing_start(row);
    const Timestamp* end = read(row, Column::billing_period_end);
    if (start == nullptr)
        return;
    charge.billing_period = BillingPeriod(start->year, start->month);
    if (end != nullptr)
        check_billing_end(row, charge.billing_period, *start, *end);
}

void PeriodParser::parse_charge_period(ChargeRow& row, Charge& charge) {
    const Timestamp* start = read(row, Column::charge_period_start);
    const Timestamp* end = read(row, Column::charge_period_end);
    charge.charge_period_start.reset();
    charge.charge_period_end.reset();
    if (start != nullptr)
        charge.charge_period_start = start->instant;
    if (end == nullptr)
        return;
    charge.charge_period_end = end->instant;
    if (start == nullptr)
        return;
    const auto text = row.text(Column::charge_period_end);
    if (charge_end_is_inclusive(*start, *end)) {
        charge.charge_period_end = end->end_of_day();
        row.report(208, Column::charge_period_end, "is the last day of the period", text,
                   "it is read as inclusive, up to the end of that day; FOCUS wants the day after");
    } else if (end->instant < start->instant) {
        report_order(row, Column::charge_period_end, text);
    } else if (end->instant == start->instant) {
        row.report(302, Column::charge_period_end, "equals ChargePeriodStart", text,
                   "the end is the first moment after the period");
    }
}

}  // namespace focus_billing
