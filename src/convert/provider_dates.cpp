#include "convert/provider_dates.hpp"

#include <algorithm>
#include <string>

#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view with_dashes = "dddd-dd-dd";
constexpr std::string_view without = "dddddddd";

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

bool has_form(std::string_view text, std::string_view form) {
    return std::ranges::equal(text, form, [](char character, char expected) {
        return expected == 'd' ? is_digit(character) : character == expected;
    });
}

// The text of this form at a place, unless more digits stand beside it.
std::string_view form_at(std::string_view name, std::size_t place, std::string_view form) {
    const auto text = name.substr(place, form.size());
    const bool follows_digit = place > 0 && is_digit(name[place - 1]);
    const auto end = place + form.size();
    const bool precedes_digit = end < name.size() && is_digit(name[end]);
    return has_form(text, form) && !follows_digit && !precedes_digit ? text : std::string_view();
}

std::string two_digits(std::string_view text) {
    return text.size() == 1 ? "0" + std::string(text) : std::string(text);
}

}  // namespace

std::string snapshot_day(std::string_view path) {
    const auto name = path.substr(path.rfind('/') + 1);
    for (std::size_t place = 0; place < name.size(); ++place) {
        std::string day(form_at(name, place, with_dashes));
        if (const auto digits = form_at(name, place, without); !digits.empty()) {
            day = digits;
            day.insert(6, "-").insert(4, "-");
        }
        if (!day.empty() && parse_timestamp(day))
            return day;
    }
    return {};
}

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
