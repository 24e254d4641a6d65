#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace focus_billing {

/// The status of a billing period: open -> closed -> finalized. A closed period may be reopened
/// with a reason, a finalized one never.
enum class PeriodStatus : std::uint8_t { open, closed, finalized };

/// As stored in the database, in the order of the enumeration.
inline constexpr std::array<std::string_view, 3> period_status_names = {"open", "closed",
                                                                        "finalized"};

[[nodiscard]] constexpr std::string_view name_of(PeriodStatus status) {
    return period_status_names[static_cast<std::size_t>(status)];
}

/// A fiscal year, and the month in it, from 1.
struct FiscalMonth {
    int year = 0;
    int period = 0;
};

/// The fiscal month of a day `YYYY-MM-DD`. `first_month`: of the fiscal year, from 1;
/// `named_by_end`: the fiscal year has the name of the calendar year in which it ends.
[[nodiscard]] inline FiscalMonth fiscal_month(const std::string& day, int first_month,
                                              bool named_by_end) {
    constexpr int months = 12;
    const int month = std::stoi(day.substr(5, 2));
    FiscalMonth fiscal{.year = std::stoi(day.substr(0, 4)) - (month < first_month ? 1 : 0),
                       .period = (month - first_month + months) % months + 1};
    if (named_by_end && first_month > 1)
        ++fiscal.year;
    return fiscal;
}

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

    /// Reads `2025-01`; nothing for what is no month of the years 1 to 9999, or is written in
    /// another way.
    [[nodiscard]] static std::optional<BillingPeriod> parse(std::string_view text);
    /// The month with this key.
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
