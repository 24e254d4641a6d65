#pragma once

#include <string>

namespace focus_billing {

/// A fiscal year, and the month in it, from 1.
struct FiscalMonth {
    int year = 0;
    int period = 0;
};

/// That of a day `YYYY-MM-DD`. `first_month`: of the fiscal year, from 1; `named_by_end`: the year
/// is named after the calendar year in which it ends.
[[nodiscard]] inline FiscalMonth fiscal_month(const std::string& day, int first_month,
                                              bool named_by_end) {
    constexpr int months = 12;
    const int month = std::stoi(day.substr(5, 2));
    FiscalMonth fiscal{.year = std::stoi(day.substr(0, 4)) - (month < first_month ? 1 : 0),
                       .period = (month - first_month + months) % months + 1};
    if (named_by_end && first_month > 1)
        ++fiscal.year;
    return fiscal;
}

}  // namespace focus_billing
