#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// A local time, in seconds since 1970-01-01T00:00:00 local time.
struct LocalTime {
    std::int64_t seconds = 0;
};

/// A time zone of the system's IANA database.
class TimeZone {
public:
    /// Nothing if there is no zone with this name.
    [[nodiscard]] static std::optional<TimeZone> find(const std::string& name);

    TimeZone(TimeZone&&) noexcept;
    TimeZone& operator=(TimeZone&&) noexcept;
    ~TimeZone();

    /// The instants of a local time. If clocks were set back, it has two. If they were set forward,
    /// it does not exist, and stands for the instant of the change.
    struct Meaning {
        Instant first;
        std::optional<Instant> second;
        bool exists = true;
    };
    [[nodiscard]] Meaning meaning(LocalTime time);

    /// The instants at which a month begins and ends in this zone.
    [[nodiscard]] ChargePeriod month(BillingPeriod period);
    /// The instant at which the day after that of `time` begins in this zone.
    [[nodiscard]] Instant next_day(Instant time);
    /// The day of an instant in this zone, as the instant at which that day begins in UTC.
    [[nodiscard]] Instant day_in_utc(Instant time);

private:
    struct Zone;
    explicit TimeZone(std::unique_ptr<Zone> zone);

    std::unique_ptr<Zone> m_zone;
};

}  // namespace focus_billing
