#include "convert/snapshot_day.hpp"

#include <algorithm>

#include "focus_billing/format/timestamp.hpp"

namespace focus_billing {

namespace {

constexpr std::string_view with_dashes = "dddd-dd-dd";
constexpr std::string_view without = "dddddddd";

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

bool has_form(std::string_view text, std::string_view form) {
    return std::ranges::equal(text, form, [](char character, char expected) {
        return expected == 'd' ? is_digit(character) : character == expected;
    });
}

// The text of this form at a place, unless more digits stand beside it.
std::string_view form_at(std::string_view name, std::size_t place, std::string_view form) {
    const auto text = name.substr(place, form.size());
    const bool follows_digit = place > 0 && is_digit(name[place - 1]);
    const auto end = place + form.size();
    const bool precedes_digit = end < name.size() && is_digit(name[end]);
    return has_form(text, form) && !follows_digit && !precedes_digit ? text : std::string_view();
}

}  // namespace

std::string snapshot_day(std::string_view path) {
    const auto name = path.substr(path.rfind('/') + 1);
    for (std::size_t place = 0; place < name.size(); ++place) {
        std::string day(form_at(name, place, with_dashes));
        if (const auto digits = form_at(name, place, without); !digits.empty()) {
            day = digits;
            day.insert(6, "-").insert(4, "-");
        }
        if (!day.empty() && parse_timestamp(day))
            return day;
    }
    return {};
}

}  // namespace focus_billing
