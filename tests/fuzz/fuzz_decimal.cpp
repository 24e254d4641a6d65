#include <string>

#include "focus_billing/model/decimal.hpp"
#include "focus_billing/model/decimal_sum.hpp"
#include "require.hpp"

using namespace focus_billing;

namespace {

std::size_t count_digits(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            ++count;
    }
    return count;
}

void require_canonical(std::string_view text) {
    require(!text.empty() && text != "-0");
    if (text.front() == '-')
        text.remove_prefix(1);
    const auto point = text.find('.');
    const auto integer = text.substr(0, point);
    require(!integer.empty() && (integer == "0" || integer.front() != '0'));
    require(count_digits(integer) == integer.size());
    require(integer.size() <= Decimal::max_digits);
    if (point == std::string_view::npos)
        return;
    const auto decimals = text.substr(point + 1);
    require(!decimals.empty() && decimals.back() != '0');
    require(count_digits(decimals) == decimals.size() && decimals.size() <= Decimal::max_scale);
    const auto first = decimals.find_first_not_of('0');
    const auto significant =
        integer == "0" ? decimals.size() - first : integer.size() + decimals.size();
    require(significant <= Decimal::max_digits);
}

void require_sums(const Decimal& value, const std::string& text) {
    DecimalSum sum;
    sum.add(value);
    require(sum.text() == text);
    require(sum.sign() == (value.is_zero() ? 0 : text.front() == '-' ? -1 : 1));
    sum.subtract(value);
    require(sum.text() == "0" && sum.sign() == 0);
}

}  // namespace

/// Any text is read as a number or refused with a reason. A number has a canonical text of at most
/// 38 digits, which is read back as the same number, and sums keep it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto parsed = parse_decimal(text_of(data, size));
    if (parsed.fault != DecimalFault::none) {
        require(parsed.value == Decimal());
        return 0;
    }
    const std::string text = parsed.value.text();
    require_canonical(text);
    const auto again = parse_decimal(text);
    require(again.fault == DecimalFault::none && !again.unusual && again.value == parsed.value);
    require_sums(parsed.value, text);
    return 0;
}
