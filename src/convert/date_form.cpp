#include "focus_billing/convert/date_form.hpp"

#include <charconv>
#include <string>

#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/model/ascii.hpp"

namespace focus_billing {

namespace {

struct DateParts {
    int year = -1;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
};

std::optional<int> take_digits(std::string_view& text, std::size_t most) {
    std::size_t count = 0;
    int number = 0;
    for (; count < most && count < text.size() && text[count] >= '0' && text[count] <= '9'; ++count)
        number = number * 10 + (text[count] - '0');
    text.remove_prefix(count);
    return count == 0 ? std::nullopt : std::optional(number);
}

int* part_of(DateParts& parts, char letter) {
    switch (letter) {
    case 'Y': return &parts.year;
    case 'M': return &parts.month;
    case 'D': return &parts.day;
    case 'h': return &parts.hour;
    case 'm': return &parts.minute;
    case 's': return &parts.second;
    default: return nullptr;
    }
}

std::string padded(int number, std::size_t width) {
    auto text = std::to_string(number);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

std::optional<Instant> instant_of(const DateParts& parts) {
    const auto text = padded(parts.year, 4) + "-" + padded(parts.month, 2) + "-" +
                      padded(parts.day, 2) + "T" + padded(parts.hour, 2) + ":" +
                      padded(parts.minute, 2) + ":" + padded(parts.second, 2) + "Z";
    const auto time = parse_timestamp(text);
    return time ? std::optional(time->instant) : std::nullopt;
}

std::optional<Instant> parse_unix(std::string_view text, std::int64_t parts) {
    std::int64_t number = 0;
    const auto* last = text.data() + text.size();
    const auto [end, fault] = std::from_chars(text.data(), last, number);
    constexpr std::int64_t latest = 253'402'300'799;
    if (fault != std::errc() || end != last || text.empty() || number < 0 ||
        number / parts > latest)
        return std::nullopt;
    return Instant{number / parts,
                   static_cast<std::uint32_t>(number % parts * (1'000'000'000 / parts))};
}

}  // namespace

std::optional<Instant> parse_date(std::string_view text, std::string_view form) {
    text = trimmed(text);
    if (form == "unix")
        return parse_unix(text, 1);
    if (form == "unix_ms")
        return parse_unix(text, 1000);
    if (form.empty()) {
        const auto time = parse_timestamp(text);
        return time ? std::optional(time->instant) : std::nullopt;
    }
    DateParts parts;
    while (!form.empty()) {
        const char letter = form.front();
        auto count = std::min(form.find_first_not_of(letter), form.size());
        int* part = part_of(parts, letter);
        if (part == nullptr) {
            if (text.empty() || text.front() != letter)
                return std::nullopt;
            text.remove_prefix(1);
            form.remove_prefix(1);
            continue;
        }
        const auto number = take_digits(text, letter == 'Y' ? count : 2);
        if (!number)
            return std::nullopt;
        *part = letter == 'Y' && count == 2 ? 2000 + *number : *number;
        form.remove_prefix(count);
    }
    return text.empty() && parts.year >= 0 ? instant_of(parts) : std::nullopt;
}

}  // namespace focus_billing
