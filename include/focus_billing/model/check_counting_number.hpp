#pragma once

#include <string>

namespace focus_billing {

/// Says what is wrong with an option's value that should be a whole number from 1 to 10^18 - 1;
/// nothing if it is one. To be given to CLI11 as a check.
[[nodiscard]] std::string check_counting_number(const std::string& text);

}  // namespace focus_billing
