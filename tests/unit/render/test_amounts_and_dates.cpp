#include "render/amounts_and_dates.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

TEST_CASE("decimals are shown with commas, every digit and enough decimals", "[view]") {
    CHECK(shown_decimal("", 2).empty());
    CHECK(shown_decimal("0", 2) == "0.00");
    CHECK(shown_decimal("12", 2) == "12.00");
    CHECK(shown_decimal("-1234.5", 2) == "-1,234.50");
    CHECK(shown_decimal("123", 0) == "123");
    CHECK(shown_decimal("1000", 0) == "1,000");
    CHECK(shown_decimal("-100000.123456789", 2) == "-100,000.123456789");
    CHECK(shown_decimal("99999999999999999999999999999999999999999", 3) ==
          "99,999,999,999,999,999,999,999,999,999,999,999,999,999.000");
    CHECK(Money{2, "USD"}.with_currency("").empty());
}

TEST_CASE("counts have their noun in singular or plural", "[view]") {
    CHECK(shown_count(0, "charge") == "0 charges");
    CHECK(shown_count(1, "charge") == "1 charge");
    CHECK(shown_count(4210, "charge") == "4,210 charges");
}

TEST_CASE("amounts wider than a Decimal are summed, and no others are taken", "[view]") {
    const std::string wide = "99999999999999999999999999999999999999999";
    CHECK(amount_of(wide).text() == wide);
    CHECK(amount_of("").text() == "0");
    CHECK_THROWS_WITH(amount_of("1,5"), "'1,5' of a statement is no decimal");
}

TEST_CASE("dates are written out", "[view]") {
    CHECK(shown_day("2025-01-31") == "31 January 2025");
    CHECK(shown_day("2025-12-01") == "1 December 2025");
    CHECK(short_day("2025-12-01") == "1 Dec 2025");
    CHECK(shown_month("2025-09") == "September 2025");
    CHECK(short_month("2025-01") == "Jan 25");
    for (const auto* text : {"", "2025", "2025-13", "2025-00", "2025-01-", "2025/01/02", "x025-01",
                             "2025-1a", "2025-01-0x"}) {
        CHECK(shown_day(text) == text);
        CHECK(shown_month(text) == text);
        CHECK(short_month(text) == text);
    }
}
