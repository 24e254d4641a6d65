#include "focus_billing/model/text.hpp"

namespace focus_billing {

std::string check_counting_number(const std::string& text) {
    constexpr std::size_t most_digits = 18;
    const bool counts = text.size() <= most_digits && !text.empty() &&
                        text.find_first_not_of("0123456789") == std::string::npos &&
                        text.front() != '0';
    return counts ? "" : "'" + text + "' is no whole number of 1 or more";
}

}  // namespace focus_billing
