#include "focus_billing/model/date_format.hpp"

#include <array>

namespace focus_billing {

namespace {

struct DateToken {
    std::string_view name;
    std::size_t at;  // in `2025-02-05T06:00:00Z`
    std::size_t length;
    bool of_time;
};

// Longer names before those that begin like them.
constexpr std::array tokens = {DateToken{"YYYY", 0, 4, false}, DateToken{"YY", 2, 2, false},
                               DateToken{"MON", 5, 2, false},  DateToken{"MM", 5, 2, false},
                               DateToken{"DD", 8, 2, false},   DateToken{"hh", 11, 2, true},
                               DateToken{"mm", 14, 2, true},   DateToken{"ss", 17, 2, true}};

constexpr std::array<std::string_view, 12> months = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                     "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};

const DateToken* token_at(std::string_view format) {
    for (const auto& token : tokens) {
        if (format.starts_with(token.name))
            return &token;
    }
    return nullptr;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string value_of(const DateToken& token, std::string_view date) {
    const auto digits = date.substr(token.at, token.length);
    if (token.name != "MON")
        return std::string(digits);
    const auto month = static_cast<std::size_t>((digits[0] - '0') * 10 + (digits[1] - '0'));
    return std::string(months.at(month - 1));
}

}  // namespace

bool is_date_format(std::string_view format, bool times) {
    bool has_token = false;
    while (!format.empty()) {
        const auto* token = token_at(format);
        if (token == nullptr && is_letter(format.front()))
            return false;
        if (token != nullptr && token->of_time && !times)
            return false;
        has_token = has_token || token != nullptr;
        format.remove_prefix(token == nullptr ? 1 : token->name.size());
    }
    return has_token;
}

std::string formatted_date(std::string_view date, std::string_view format) {
    std::string text;
    while (!format.empty()) {
        const auto* token = token_at(format);
        text += token == nullptr ? std::string(1, format.front()) : value_of(*token, date);
        format.remove_prefix(token == nullptr ? 1 : token->name.size());
    }
    return text;
}

}  // namespace focus_billing
