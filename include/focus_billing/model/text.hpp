#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace focus_billing {

/// `1 row`, `2 rows`.
[[nodiscard]] inline std::string counted(std::uint64_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

/// Says what is wrong with an option's value that should be a whole number from 1 to 10^18 - 1.
/// Empty if it is valid. To be given to CLI11 as a check.
[[nodiscard]] std::string check_counting_number(const std::string& text);

/// Comparing and trimming text in ASCII only, whatever the locale. Other characters are unchanged.

[[nodiscard]] constexpr char lower_case(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] inline std::string lower_case(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        c = lower_case(c);
    return result;
}

[[nodiscard]] inline std::string upper_case(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return result;
}

[[nodiscard]] constexpr bool equals_ignoring_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               return lower_case(x) == lower_case(y);
           });
}

/// Without spaces and tabs at both ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && is_blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// The form in which e-mail addresses are compared: trimmed, with ASCII letters in lower case.
[[nodiscard]] inline std::string comparable_email(std::string_view email) {
    return lower_case(trimmed(email));
}

}  // namespace focus_billing
