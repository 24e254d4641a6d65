#include "focus_billing/format/timestamp.hpp"

namespace focus_billing {

namespace {

constexpr std::int64_t seconds_per_day = 86'400;

constexpr bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

constexpr int days_in_month(int year, int month) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

// Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March.
constexpr std::int64_t days_since_epoch(int year, int month, int day) {
    const int shifted_year = month <= 2 ? year - 1 : year;
    const int shifted_month = month <= 2 ? month + 9 : month - 3;
    const std::int64_t days_before_year = std::int64_t{365} * shifted_year + shifted_year / 4 -
                                          shifted_year / 100 + shifted_year / 400;
    return days_before_year + (153 * shifted_month + 2) / 5 + (day - 1) - 719'468;
}

static_assert(days_since_epoch(1970, 1, 1) == 0);
static_assert(days_since_epoch(2000, 3, 1) == 11'017);

constexpr std::int64_t earliest_second = days_since_epoch(1, 1, 1) * seconds_per_day;
constexpr std::int64_t latest_second = days_since_epoch(9999, 12, 31) * seconds_per_day + 86'399;

class Cursor {
public:
    explicit Cursor(std::string_view text) : m_text(text) {}

    bool number(std::size_t width, int& value) {
        if (m_text.size() < width)
            return false;
        value = 0;
        for (std::size_t i = 0; i < width; ++i) {
            const char c = m_text[i];
            if (c < '0' || c > '9')
                return false;
            value = value * 10 + (c - '0');
        }
        m_text.remove_prefix(width);
        return true;
    }
    bool take(char c) {
        if (m_text.empty() || m_text.front() != c)
            return false;
        m_text.remove_prefix(1);
        return true;
    }
    bool take(std::string_view word) {
        if (!m_text.starts_with(word))
            return false;
        m_text.remove_prefix(word.size());
        return true;
    }
    [[nodiscard]] bool at_digit() const {
        return !m_text.empty() && m_text.front() >= '0' && m_text.front() <= '9';
    }
    [[nodiscard]] bool at_end() const { return m_text.empty(); }

private:
    std::string_view m_text;
};

struct TimeOfDay {
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::uint32_t nanoseconds = 0;
    int offset_minutes = 0;
};

bool read_date(Cursor& cursor, Timestamp& stamp) {
    return cursor.number(4, stamp.year) && cursor.take('-') && cursor.number(2, stamp.month) &&
           cursor.take('-') && cursor.number(2, stamp.day) && stamp.year >= 1 && stamp.month >= 1 &&
           stamp.month <= 12 && stamp.day >= 1 &&
           stamp.day <= days_in_month(stamp.year, stamp.month);
}

bool read_fraction(Cursor& cursor, std::uint32_t& nanoseconds) {
    std::uint32_t unit = 100'000'000;
    int digit = 0;
    if (!cursor.at_digit())
        return false;
    for (int count = 0; cursor.at_digit(); ++count, unit /= 10) {
        if (count == 9 || !cursor.number(1, digit))
            return false;
        nanoseconds += static_cast<std::uint32_t>(digit) * unit;
    }
    return true;
}

bool read_clock(Cursor& cursor, TimeOfDay& time) {
    if (!cursor.number(2, time.hour) || !cursor.take(':') || !cursor.number(2, time.minute)) {
        return false;
    }
    if (cursor.take(':')) {
        if (!cursor.number(2, time.second))
            return false;
        if (cursor.take('.') && !read_fraction(cursor, time.nanoseconds))
            return false;
    }
    return time.hour < 24 && time.minute < 60 && time.second < 60;
}

bool read_offset(Cursor& cursor, int sign, TimeOfDay& time) {
    int hours = 0;
    int minutes = 0;
    if (!cursor.number(2, hours))
        return false;
    const bool has_colon = cursor.take(':');
    if ((has_colon || !cursor.at_end()) && !cursor.number(2, minutes))
        return false;
    time.offset_minutes = sign * (hours * 60 + minutes);
    return hours < 24 && minutes < 60;
}

bool read_zone(Cursor& cursor, TimeOfDay& time, bool& has_zone) {
    has_zone = true;
    if (cursor.take('Z') || cursor.take(" UTC"))
        return true;
    if (cursor.take('+'))
        return read_offset(cursor, 1, time);
    if (cursor.take('-'))
        return read_offset(cursor, -1, time);
    has_zone = false;
    return true;
}

void place_in_time(const TimeOfDay& time, Timestamp& stamp) {
    stamp.day_start_seconds =
        days_since_epoch(stamp.year, stamp.month, stamp.day) * seconds_per_day -
        std::int64_t{time.offset_minutes} * 60;
    stamp.instant.seconds =
        stamp.day_start_seconds + time.hour * 3600 + time.minute * 60 + time.second;
    stamp.instant.nanoseconds = time.nanoseconds;
    stamp.last_second = time.hour == 23 && time.minute == 59 && time.second == 59;
}

}  // namespace

bool Timestamp::is_last_day_of_month() const {
    return day == days_in_month(year, month);
}

Instant Timestamp::end_of_day() const {
    return {day_start_seconds + seconds_per_day, 0};
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
    Cursor cursor(text);
    Timestamp stamp;
    TimeOfDay time;
    if (!read_date(cursor, stamp))
        return std::nullopt;
    if (cursor.at_end()) {
        stamp.date_only = true;
    } else {
        if (!cursor.take('T') && !cursor.take(' '))
            return std::nullopt;
        if (!read_clock(cursor, time))
            return std::nullopt;
        if (!read_zone(cursor, time, stamp.has_zone) || !cursor.at_end())
            return std::nullopt;
    }
    place_in_time(time, stamp);
    if (stamp.instant.seconds < earliest_second || stamp.instant.seconds > latest_second) {
        return std::nullopt;
    }
    return stamp;
}

}  // namespace focus_billing
