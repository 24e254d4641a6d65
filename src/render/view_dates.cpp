#include "render/view_dates.hpp"

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

}  // namespace focus_billing
