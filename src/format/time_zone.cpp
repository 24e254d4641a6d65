#include "focus_billing/format/time_zone.hpp"

#include <date/tz.h>

#include <stdexcept>

namespace focus_billing {

namespace {

using std::chrono::seconds;
constexpr std::int64_t day_seconds = 86'400;

std::int64_t day_of(std::int64_t time) {
    return (time >= 0 ? time : time - day_seconds + 1) / day_seconds;
}

}  // namespace

// Looking the rules up takes longer than all else about a job; most times have the rules of the
// time before.
struct TimeZone::Zone {
    const date::time_zone* zone;
    date::sys_info info{};

    const date::sys_info& at(std::int64_t time) {
        const date::sys_seconds point{seconds(time)};
        if (point < info.begin || point >= info.end)
            info = zone->get_info(point);
        return info;
    }
    [[nodiscard]] bool surely_holds(std::int64_t local) const {
        const std::int64_t utc = local - info.offset.count();
        return utc - 2 * day_seconds >= info.begin.time_since_epoch().count() &&
               utc + 2 * day_seconds < info.end.time_since_epoch().count();
    }
};

TimeZone::TimeZone(std::unique_ptr<Zone> zone) : m_zone(std::move(zone)) {}
TimeZone::TimeZone(TimeZone&&) noexcept = default;
TimeZone& TimeZone::operator=(TimeZone&&) noexcept = default;
TimeZone::~TimeZone() = default;

std::optional<TimeZone> TimeZone::find(const std::string& name) {
    try {
        auto zone = std::make_unique<Zone>();
        zone->zone = date::locate_zone(name);
        return TimeZone(std::move(zone));
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

TimeZone::Meaning TimeZone::meaning(LocalTime time) {
    if (m_zone->surely_holds(time.seconds))
        return {.first = {time.seconds - m_zone->info.offset.count(), 0}, .second = {}};
    const auto local = m_zone->zone->get_info(date::local_seconds{seconds(time.seconds)});
    const auto at = [&](const date::sys_info& info) {
        return Instant{time.seconds - info.offset.count(), 0};
    };
    m_zone->info = local.first;
    if (local.result == date::local_info::ambiguous)
        return {.first = at(local.first), .second = at(local.second)};
    if (local.result == date::local_info::nonexistent) {
        return {.first = {local.first.end.time_since_epoch().count(), 0},
                .second = {},
                .exists = false};
    }
    return {.first = at(local.first), .second = {}};
}

ChargePeriod TimeZone::month(BillingPeriod period) {
    const auto first_day = [](BillingPeriod month) {
        const date::year_month_day day{date::year(month.year()),
                                       date::month(static_cast<unsigned>(month.month())),
                                       date::day(1)};
        return LocalTime{date::local_days(day).time_since_epoch().count() * day_seconds};
    };
    return {.start = meaning(first_day(period)).first,
            .end = meaning(first_day(period.next())).first};
}

Instant TimeZone::next_day(Instant time) {
    return meaning({day_in_utc(time).seconds + day_seconds}).first;
}

Instant TimeZone::day_in_utc(Instant time) {
    const std::int64_t local = time.seconds + m_zone->at(time.seconds).offset.count();
    return {day_of(local) * day_seconds, 0};
}

}  // namespace focus_billing
