#include "render/amounts_and_dates.hpp"

#include <stdexcept>

namespace focus_billing {

namespace {

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
