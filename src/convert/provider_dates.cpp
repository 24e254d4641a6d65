#include "convert/provider_dates.hpp"

#include <string>

#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

std::string two_digits(std::string_view text) {
    return text.size() == 1 ? "0" + std::string(text) : std::string(text);
}

}  // namespace

std::optional<Instant> parse_provider_date(std::string_view text) {
    text = trimmed(text);
    const auto first = text.find('/');
    if (first == std::string_view::npos) {
        const auto time = parse_timestamp(text);
        return time ? std::optional(time->instant) : std::nullopt;
    }
    const auto second = text.find('/', first + 1);
    if (second == std::string_view::npos || text.size() - second != 5)
        return std::nullopt;
    const auto month = two_digits(text.substr(0, first));
    const auto day = two_digits(text.substr(first + 1, second - first - 1));
    const auto time =
        parse_timestamp(std::string(text.substr(second + 1)) + "-" + month + "-" + day);
    return time && time->date_only ? std::optional(time->instant) : std::nullopt;
}

BillingPeriod month_of(Instant time) {
    const auto text = instant_text(time);
    const auto digits = [&](std::size_t from, std::size_t count) {
        int number = 0;
        for (const char c : std::string_view(text).substr(from, count))
            number = number * 10 + (c - '0');
        return number;
    };
    return {digits(0, 4), digits(5, 2)};
}

}  // namespace focus_billing
