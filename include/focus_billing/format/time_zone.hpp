#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "focus_billing/model/period.hpp"

namespace focus_billing {

/// A time of a clock on the wall, in seconds since 1970-01-01T00:00:00 of that clock.
struct LocalTime {
    std::int64_t seconds = 0;
};

/// A time zone of the IANA database, which the system has.
class TimeZone {
public:
    /// Nothing if there is no zone of this name.
    [[nodiscard]] static std::optional<TimeZone> find(const std::string& name);

    TimeZone(TimeZone&&) noexcept;
    TimeZone& operator=(TimeZone&&) noexcept;
    ~TimeZone();

    /// What a local time means. Where clocks were set back it means two instants; where they were
    /// set forward it does not exist, and means the instant of the change.
    struct Meaning {
        Instant first;
        std::optional<Instant> second;
        bool exists = true;
    };
    [[nodiscard]] Meaning meaning(LocalTime time);

    /// The instants at which the first day of a month begins and ends, there.
    [[nodiscard]] ChargePeriod month(BillingPeriod period);
    /// The instant at which the day after that of `time` begins, there.
    [[nodiscard]] Instant next_day(Instant time);
    /// The day of an instant, there, as the instant at which it begins in UTC.
    [[nodiscard]] Instant day_in_utc(Instant time);

private:
    struct Zone;
    explicit TimeZone(std::unique_ptr<Zone> zone);

    std::unique_ptr<Zone> m_zone;
};

}  // namespace focus_billing
