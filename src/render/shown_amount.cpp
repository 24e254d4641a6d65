#include "focus_billing/render/shown_amount.hpp"

#include <array>

#include "focus_billing/model/currency.hpp"

namespace focus_billing {

namespace {

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string with_commas(std::string_view digits) {
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            text += ',';
        text += digits[i];
    }
    return text;
}

}  // namespace

std::string shown_amount(std::string_view decimal, std::string_view currency) {
    if (decimal.empty())
        return {};
    const bool is_negative = decimal.front() == '-';
    decimal.remove_prefix(is_negative ? 1 : 0);
    const auto point = decimal.find('.');
    const auto whole = decimal.substr(0, point);
    std::string decimals(point == std::string_view::npos ? "" : decimal.substr(point + 1));
    const auto least = static_cast<std::size_t>(minor_unit(currency).value_or(0));
    if (decimals.size() < least)
        decimals.append(least - decimals.size(), '0');
    return (is_negative ? "-" : "") + with_commas(whole) + (decimals.empty() ? "" : "." + decimals);
}

std::string shown_month(std::string_view period) {
    const bool is_month = period.size() == 7 && period[4] == '-' &&
                          period.find_first_not_of("0123456789-") == std::string_view::npos;
    const int month = is_month ? (period[5] - '0') * 10 + period[6] - '0' : 0;
    if (month < 1 || month > 12)
        return std::string(period);
    return std::string(month_names[static_cast<std::size_t>(month) - 1]) + " " +
           std::string(period.substr(0, 4));
}

}  // namespace focus_billing
