#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace focus_billing {

/// A point in time, in UTC.
struct Instant {
    std::int64_t seconds = 0;  ///< since 1970-01-01T00:00:00Z
    std::uint32_t nanoseconds = 0;

    friend constexpr auto operator<=>(const Instant&, const Instant&) = default;
};

/// `2025-01-01T00:00:00Z`, with a fraction of a second only where there is one.
[[nodiscard]] std::string instant_text(Instant instant);

/// Half-open: [start, end).
struct ChargePeriod {
    Instant start;
    Instant end;
};

/// One calendar month. The key counts months, so that consecutive months have consecutive keys.
class BillingPeriod {
public:
    constexpr BillingPeriod() = default;
    constexpr BillingPeriod(int year, int month) : m_key(year * 12 + month - 1) {}

    /// The month that has this key.
    [[nodiscard]] static constexpr BillingPeriod of_key(int key) {
        BillingPeriod period;
        period.m_key = key;
        return period;
    }
    [[nodiscard]] constexpr int key() const { return m_key; }
    [[nodiscard]] constexpr int year() const { return m_key / 12; }
    [[nodiscard]] constexpr int month() const { return m_key % 12 + 1; }
    [[nodiscard]] constexpr BillingPeriod next() const { return of_key(m_key + 1); }
    [[nodiscard]] constexpr BillingPeriod previous() const { return of_key(m_key - 1); }
    /// `2025-01`.
    [[nodiscard]] std::string text() const;
    /// `2025-01-31`.
    [[nodiscard]] std::string last_day() const;

    friend constexpr auto operator<=>(const BillingPeriod&, const BillingPeriod&) = default;

private:
    int m_key = 0;
};

}  // namespace focus_billing
