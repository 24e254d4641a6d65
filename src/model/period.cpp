#include "focus_billing/model/period.hpp"

#include <algorithm>
#include <chrono>

namespace focus_billing {

namespace {

std::string padded(std::int64_t number, std::size_t width) {
    std::string text = std::to_string(number);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

// Nothing if there is anything but digits.
std::optional<int> digits_value(std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string fraction_text(std::uint32_t nanoseconds) {
    if (nanoseconds == 0)
        return {};
    std::string digits = padded(nanoseconds, 9);
    digits.erase(digits.find_last_not_of('0') + 1);
    return "." + digits;
}

}  // namespace

std::string instant_text(Instant instant) {
    using namespace std::chrono;
    const sys_seconds time{seconds{instant.seconds}};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    std::string text = padded(int{date.year()}, 4);
    const auto add = [&](char separator, std::int64_t number) {
        text += separator;
        text += static_cast<char>('0' + number / 10);
        text += static_cast<char>('0' + number % 10);
    };
    add('-', unsigned{date.month()});
    add('-', unsigned{date.day()});
    add('T', clock.hours().count());
    add(':', clock.minutes().count());
    add(':', clock.seconds().count());
    return text + fraction_text(instant.nanoseconds) + "Z";
}

std::optional<BillingPeriod> BillingPeriod::parse(std::string_view text) {
    constexpr std::string_view form = "YYYY-MM";
    if (text.size() != form.size() || text[4] != '-')
        return std::nullopt;
    const auto year = digits_value(text.substr(0, 4));
    const auto month = digits_value(text.substr(5));
    if (!year || !month || *year < 1 || *month < 1 || *month > 12)
        return std::nullopt;
    return BillingPeriod(*year, *month);
}

std::string BillingPeriod::text() const {
    return padded(year(), 4) + "-" + padded(month(), 2);
}

std::string BillingPeriod::last_day() const {
    const std::chrono::year_month_day_last last{
        std::chrono::year(year()),
        std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month())))};
    return text() + "-" + padded(static_cast<int>(static_cast<unsigned>(last.day())), 2);
}

}  // namespace focus_billing
