#include "focus_billing/render/shown_amount.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

TEST_CASE("an amount has commas, and the decimals of its currency") {
    CHECK(shown_amount("1234.5", "USD") == "1,234.50");
    CHECK(shown_amount("-1234567", "USD") == "-1,234,567.00");
    CHECK(shown_amount("999", "JPY") == "999");
    CHECK(shown_amount("0.5", "KWD") == "0.500");
    CHECK(shown_amount("0.12345", "USD") == "0.12345");
    CHECK(shown_amount("1000", "points") == "1,000");
    CHECK(shown_amount("", "USD") == "");
}

TEST_CASE("a month has its name") {
    CHECK(shown_month("2025-01") == "January 2025");
    CHECK(shown_month("2025-12") == "December 2025");
    for (const auto* text : {"", "2025-13", "2025-00", "2025-1", "value", "2025/01"})
        CHECK(shown_month(text) == text);
}
