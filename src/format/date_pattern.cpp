#include "focus_billing/format/date_pattern.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "focus_billing/format/timestamp.hpp"
#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

enum class DatePart : std::uint8_t { year, month, day, hour, minute, second, half, zone };
constexpr std::size_t part_count = 8;

struct DateToken {
    std::string_view name;
    DatePart part;
    std::size_t fewest;  // digits; 0: a word
    std::size_t most;
};

// Longer names before those that begin like them.
constexpr std::array tokens = {
    DateToken{"YYYY", DatePart::year, 4, 4}, DateToken{"YY", DatePart::year, 2, 2},
    DateToken{"MON", DatePart::month, 0, 0}, DateToken{"MM", DatePart::month, 2, 2},
    DateToken{"M", DatePart::month, 1, 2},   DateToken{"DD", DatePart::day, 2, 2},
    DateToken{"D", DatePart::day, 1, 2},     DateToken{"hh", DatePart::hour, 2, 2},
    DateToken{"h", DatePart::hour, 1, 2},    DateToken{"mm", DatePart::minute, 2, 2},
    DateToken{"ss", DatePart::second, 2, 2}, DateToken{"AM", DatePart::half, 0, 0},
    DateToken{"Z", DatePart::zone, 0, 0}};

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

const DateToken* token_at(std::string_view form) {
    const auto* found = std::ranges::find_if(
        tokens, [&](const DateToken& token) { return form.starts_with(token.name); });
    return found == tokens.end() ? nullptr : found;
}

using DateParts = std::array<std::optional<int>, part_count>;

std::optional<int>& part_of(DateParts& parts, DatePart part) {
    return parts[static_cast<std::size_t>(part)];
}

std::optional<int> take_digits(std::string_view& text, std::size_t fewest, std::size_t most) {
    std::size_t count = 0;
    int number = 0;
    for (; count < most && count < text.size() && text[count] >= '0' && text[count] <= '9'; ++count)
        number = number * 10 + (text[count] - '0');
    if (count < fewest)
        return std::nullopt;
    text.remove_prefix(count);
    return number;
}

// The name in full or its first three letters.
std::optional<int> take_month(std::string_view& text) {
    const auto word = lower_case(text.substr(
        0, static_cast<std::size_t>(std::ranges::find_if_not(text, is_letter) - text.begin())));
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (word != months[i] && word != months[i].substr(0, 3))
            continue;
        text.remove_prefix(word.size());
        return static_cast<int>(i) + 1;
    }
    return std::nullopt;
}

std::optional<int> take_half(std::string_view& text) {
    const auto word = lower_case(text.substr(0, 2));
    if (word != "am" && word != "pm")
        return std::nullopt;
    text.remove_prefix(2);
    return word == "pm" ? 1 : 0;
}

std::optional<int> take_part(std::string_view& text, const DateToken& token) {
    if (token.name == "MON")
        return take_month(text);
    if (token.part == DatePart::half)
        return take_half(text);
    if (token.part == DatePart::zone) {
        if (!text.starts_with('Z'))
            return std::nullopt;
        text.remove_prefix(1);
        return 0;
    }
    auto number = take_digits(text, token.fewest, token.most);
    if (number && token.name == "YY")
        *number += 2000;
    return number;
}

// 12 AM is midnight, 12 PM is noon. Nothing if there is no such hour.
std::optional<int> hour_of_day(int hour, std::optional<int> half) {
    if (!half)
        return hour;
    if (hour < 1 || hour > 12)
        return std::nullopt;
    return hour % 12 + 12 * *half;
}

std::string padded(int number, std::size_t width) {
    auto text = std::to_string(number);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

std::optional<FormedDate> date_of(DateParts& parts) {
    const auto value = [&](DatePart part, int usual) {
        return part_of(parts, part).value_or(usual);
    };
    const auto hour = hour_of_day(value(DatePart::hour, 0), part_of(parts, DatePart::half));
    if (!hour)
        return std::nullopt;
    const auto text =
        padded(value(DatePart::year, 0), 4) + "-" + padded(value(DatePart::month, 1), 2) + "-" +
        padded(value(DatePart::day, 1), 2) + "T" + padded(*hour, 2) + ":" +
        padded(value(DatePart::minute, 0), 2) + ":" + padded(value(DatePart::second, 0), 2) + "Z";
    const auto time = parse_timestamp(text);
    if (!time)
        return std::nullopt;
    return FormedDate{.instant = time->instant,
                      .has_zone = part_of(parts, DatePart::zone).has_value(),
                      .has_day = part_of(parts, DatePart::day).has_value()};
}

std::optional<FormedDate> parse_unix(std::string_view text, std::int64_t parts) {
    std::int64_t number = 0;
    const auto* last = text.data() + text.size();
    const auto [end, fault] = std::from_chars(text.data(), last, number);
    constexpr std::int64_t latest = 253'402'300'799;
    if (fault != std::errc() || end != last || text.empty() || number < 0 ||
        number / parts > latest)
        return std::nullopt;
    return FormedDate{.instant = {number / parts, static_cast<std::uint32_t>(
                                                      number % parts * (1'000'000'000 / parts))},
                      .has_zone = true};
}

std::optional<FormedDate> parse_iso(std::string_view text) {
    const auto time = parse_timestamp(text);
    if (!time)
        return std::nullopt;
    return FormedDate{.instant = time->instant, .has_zone = time->has_zone};
}

bool has_variable_width(const DateToken& token) {
    return token.fewest == 1;
}

std::string completeness_fault(const std::array<bool, part_count>& has) {
    const auto lacks = [&](DatePart part) { return !has[static_cast<std::size_t>(part)]; };
    if (lacks(DatePart::year))
        return "it has no year: YYYY or YY";
    if (lacks(DatePart::month) && !lacks(DatePart::day))
        return "it has a day and no month: MM, M or MON (mm are minutes)";
    if (lacks(DatePart::day) && !lacks(DatePart::hour))
        return "it has an hour and no day: DD or D";
    if (lacks(DatePart::hour) && (!lacks(DatePart::minute) || !lacks(DatePart::half)))
        return "it has parts of an hour and no hour: hh or h (months are MM)";
    if (lacks(DatePart::minute) && !lacks(DatePart::second))
        return "it has seconds and no minutes: mm";
    return {};
}

}  // namespace

std::optional<FormedDate> parse_date(std::string_view text, std::string_view form) {
    text = trimmed(text);
    if (form.empty())
        return parse_iso(text);
    if (form == "unix")
        return parse_unix(text, 1);
    if (form == "unix_ms")
        return parse_unix(text, 1000);
    DateParts parts;
    while (!form.empty()) {
        if (const auto* token = token_at(form)) {
            auto& part = part_of(parts, token->part);
            part = take_part(text, *token);
            if (!part)
                return std::nullopt;
            form.remove_prefix(token->name.size());
            continue;
        }
        if (text.empty() || text.front() != form.front())
            return std::nullopt;
        text.remove_prefix(1);
        form.remove_prefix(1);
    }
    return text.empty() ? date_of(parts) : std::nullopt;
}

std::string date_form_fault(std::string_view form) {
    if (form == "unix" || form == "unix_ms")
        return {};
    std::array<bool, part_count> has{};
    const DateToken* before = nullptr;
    while (!form.empty()) {
        const auto* token = token_at(form);
        if (token == nullptr && is_letter(form.front()) && form.front() != 'T')
            return "'" + std::string(1, form.front()) + "' is no part of a date";
        if (token != nullptr) {
            auto& seen = has[static_cast<std::size_t>(token->part)];
            if (seen)
                return "it has '" + std::string(token->name) + "' where that part was before";
            seen = true;
            if (before != nullptr && token->fewest > 0 && has_variable_width(*before))
                return "nothing stands between " + std::string(before->name) + " and " +
                       std::string(token->name);
        }
        before = token;
        form.remove_prefix(token == nullptr ? 1 : token->name.size());
    }
    return completeness_fault(has);
}

}  // namespace focus_billing
