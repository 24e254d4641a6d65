#pragma once

#include <string>

namespace focus_billing {

struct Month {
    int year = 2025;
    int number = 1;

    Month plus(int months) const;
    int days() const;
    std::string text() const;  ///< `2025-01`
};

/// `2025-01-31`. `day` may be one past the end of the month, which is the 1st of the next.
std::string date_text(Month month, int day);

/// `2025-01-31T23:00:00Z`. `hour` counts from the start of the month and may be its end.
std::string hour_text(Month month, int hour);

}  // namespace focus_billing
