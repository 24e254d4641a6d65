#include "render/amounts_and_dates.hpp"

#include <stdexcept>

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::size_t month_size = 7;
constexpr std::size_t day_size = 10;

bool is_number(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Empty if `text` does not begin with a month.
std::string_view month_name(std::string_view text) {
    if (text.size() < month_size || text[4] != '-' || !is_number(text.substr(0, 4)) ||
        !is_number(text.substr(5, 2)))
        return {};
    const auto month = static_cast<std::size_t>((text[5] - '0') * 10 + (text[6] - '0'));
    return month >= 1 && month <= month_names.size() ? month_names[month - 1] : std::string_view{};
}

bool is_day(std::string_view text) {
    return text.size() == day_size && text[month_size] == '-' && !month_name(text).empty() &&
           is_number(text.substr(month_size + 1));
}

std::string day_number(std::string_view day) {
    return std::string(day.substr(day[month_size + 1] == '0' ? month_size + 2 : month_size + 1));
}

bool is_month(std::string_view text) {
    return text.size() == month_size && !month_name(text).empty();
}

std::string with_commas(std::string_view digits) {
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i != 0 && (digits.size() - i) % 3 == 0)
            text += ',';
        text += digits[i];
    }
    return text;
}

}  // namespace

std::string shown_day(std::string_view day) {
    if (!is_day(day))
        return std::string(day);
    return day_number(day) + " " + shown_month(day.substr(0, month_size));
}

std::string short_day(std::string_view day) {
    if (!is_day(day))
        return std::string(day);
    return day_number(day) + " " + std::string(month_name(day).substr(0, 3)) + " " +
           std::string(day.substr(0, 4));
}

std::string shown_month(std::string_view month) {
    if (!is_month(month))
        return std::string(month);
    return std::string(month_name(month)) + " " + std::string(month.substr(0, 4));
}

std::string short_month(std::string_view month) {
    if (!is_month(month))
        return std::string(month);
    return std::string(month_name(month).substr(0, 3)) + " " + std::string(month.substr(2, 2));
}

std::string shown_decimal(std::string_view decimal, int decimals) {
    if (decimal.empty())
        return {};
    const auto magnitude = magnitude_of(decimal);
    const auto point = std::min(magnitude.find('.'), magnitude.size());
    std::string behind(magnitude.substr(std::min(point + 1, magnitude.size())));
    behind.resize(std::max(behind.size(), static_cast<std::size_t>(std::max(decimals, 0))), '0');
    return (is_negative(decimal) ? "-" : "") + with_commas(magnitude.substr(0, point)) +
           (behind.empty() ? "" : "." + behind);
}

std::string shown_count(std::uint64_t count, const std::string& noun) {
    return with_commas(std::to_string(count)) + " " + noun + (count == 1 ? "" : "s");
}

std::string shown_percent(std::string_view percent) {
    return shown_decimal(percent, 1);
}

std::string Money::amount(std::string_view decimal) const {
    return shown_decimal(decimal, minor_unit);
}

std::string Money::with_currency(std::string_view decimal) const {
    return decimal.empty() ? std::string() : amount(decimal) + " " + currency;
}

void add_amount(std::string_view decimal, DecimalSum& sum) {
    if (decimal.empty())
        return;
    const auto parsed = parse_decimal(decimal);
    if (parsed.fault == DecimalFault::none)
        return sum.add(parsed.value);
    const auto wide = DecimalSum::parse(decimal);
    if (!wide)
        throw std::logic_error("'" + std::string(decimal) + "' of a statement is no decimal");
    sum.add(*wide);
}

DecimalSum amount_of(std::string_view decimal) {
    DecimalSum sum;
    add_amount(decimal, sum);
    return sum;
}

bool is_zero(std::string_view decimal) {
    return decimal.find_first_of("123456789") == std::string_view::npos;
}

bool is_negative(std::string_view decimal) {
    return decimal.starts_with('-');
}

std::string_view magnitude_of(std::string_view decimal) {
    return decimal.substr(is_negative(decimal) ? 1 : 0);
}

}  // namespace focus_billing
