#include "focus_billing/model/date_format.hpp"

#include <catch2/catch.hpp>

#include "focus_billing/model/period.hpp"

using namespace focus_billing;

TEST_CASE("days and times are written as a format says") {
    CHECK(formatted_date("2025-01-31", "MM/DD/YYYY") == "01/31/2025");
    CHECK(formatted_date("2025-01-31", "DD-MON-YY") == "31-JAN-25");
    CHECK(formatted_date("2025-12-01", "MON DD") == "DEC 01");
    CHECK(formatted_date("2025-02-05T06:07:08Z", "YYYYMMDDhhmmss") == "20250205060708");
}

TEST_CASE("a format has nothing but its tokens, and times only where there are any") {
    CHECK(is_date_format("YYYY/MM/DD", false));
    CHECK(is_date_format("MMDDYYYY", false));
    CHECK_FALSE(is_date_format("YYYY/M", false));
    CHECK_FALSE(is_date_format("hhmm", false));
    CHECK(is_date_format("hhmm", true));
    CHECK_FALSE(is_date_format("-", true));
}

TEST_CASE("the last day of a month") {
    CHECK(BillingPeriod(2025, 1).last_day() == "2025-01-31");
    CHECK(BillingPeriod(2024, 2).last_day() == "2024-02-29");
    CHECK(BillingPeriod(2025, 2).last_day() == "2025-02-28");
}

TEST_CASE("a fiscal year is named after the year in which it ends, or begins") {
    const auto text = [](const char* day, int first, bool by_end) {
        const auto month = fiscal_month(day, first, by_end);
        return std::to_string(month.year) + "/" + std::to_string(month.period);
    };
    CHECK(text("2025-01-31", 1, true) == "2025/1");
    CHECK(text("2025-01-31", 7, true) == "2025/7");
    CHECK(text("2025-07-01", 7, true) == "2026/1");
    CHECK(text("2025-06-30", 7, true) == "2025/12");
    CHECK(text("2025-06-30", 7, false) == "2024/12");
    CHECK(text("2025-12-31", 1, false) == "2025/12");
}
