#include "focus_billing/format/number_format.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace focus_billing {

namespace {

constexpr std::size_t group = 3;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// U+00A0 and U+202F are written for blanks, U+2019 for an apostrophe.
std::string with_plain_separators(std::string_view text, char thousands) {
    constexpr std::array<std::string_view, 2> blanks = {"\xC2\xA0", "\xE2\x80\xAF"};
    constexpr std::array<std::string_view, 1> apostrophes = {"\xE2\x80\x99"};
    std::string plain(text);
    const auto replace = [&](std::string_view written) {
        for (auto at = plain.find(written); at != std::string::npos; at = plain.find(written, at))
            plain.replace(at, written.size(), 1, thousands);
    };
    if (thousands == ' ')
        std::ranges::for_each(blanks, replace);
    if (thousands == '\'')
        std::ranges::for_each(apostrophes, replace);
    return plain;
}

// The digits before the decimal separator without those of thousands; false if these stand
// elsewhere than between groups of three.
bool take_groups(std::string_view whole, char thousands, std::string& digits) {
    const auto first = whole.find(thousands);
    if (first == std::string_view::npos) {
        digits += whole;
        return true;
    }
    const auto head = whole.substr(0, first);
    if (head.empty() || head.size() > group || !std::ranges::all_of(head, is_digit))
        return false;
    digits += head;
    for (auto rest = whole.substr(first); !rest.empty(); rest.remove_prefix(1 + group)) {
        const auto next = rest.substr(1, group);
        if (rest.front() != thousands || next.size() != group ||
            !std::ranges::all_of(next, is_digit))
            return false;
        digits += next;
    }
    return true;
}

}  // namespace

ParsedDecimal parse_grouped_number(std::string_view text, const NumberSeparators& separators) {
    constexpr ParsedDecimal no_number{.value = {}, .fault = DecimalFault::not_a_number};
    if (separators.thousands == '\0' && separators.decimal == '.')
        return parse_decimal(text);
    const auto plain = with_plain_separators(text, separators.thousands);
    std::string_view rest = plain;
    std::string digits;
    if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
        digits += rest.front();
        rest.remove_prefix(1);
    }
    const auto point = std::min(rest.find(separators.decimal), rest.size());
    const auto whole = rest.substr(0, point);
    const auto fraction = rest.substr(point);
    if (separators.thousands == '\0') {
        digits += whole;
    } else if (!take_groups(whole, separators.thousands, digits)) {
        return no_number;
    }
    // A point that is not the decimal one must not be taken for it.
    if (separators.decimal != '.' && rest.find('.') != std::string_view::npos &&
        (separators.thousands != '.' || fraction.find('.') != std::string_view::npos))
        return no_number;
    if (!fraction.empty())
        digits += "." + std::string(fraction.substr(1));
    return parse_decimal(digits);
}

}  // namespace focus_billing
