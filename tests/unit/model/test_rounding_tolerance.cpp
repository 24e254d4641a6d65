#include "focus_billing/model/rounding.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

TEST_CASE("the tolerance is 100 minor units, or half one times the root of the rows") {
    CHECK(tolerance_text(0, 2) == "1.00");
    CHECK(tolerance_text(5, 2) == "1.00");
    CHECK(tolerance_text(40'000, 2) == "1.00");
    CHECK(tolerance_text(40'804, 2) == "1.01");
    CHECK(tolerance_text(1'000'000, 2) == "5.00");
    CHECK(tolerance_text(1'000'000, 0) == "500");
    CHECK(tolerance_text(5, 3) == "0.100");
    CHECK(tolerance_text(18'446'744'073'709'551'615U, 2) == "21474836.47");
}

TEST_CASE("a difference is compared to the last digit") {
    const auto within = [](const char* difference, std::uint64_t rows, int decimals) {
        return is_within_tolerance(sum_of(difference), rows, decimals);
    };
    CHECK(within("1", 5, 2));
    CHECK(within("-1", 5, 2));
    CHECK_FALSE(within("1.000001", 5, 2));
    CHECK_FALSE(within("1.0000000000000001", 5, 2));
    CHECK(within("5", 1'000'000, 2));
    CHECK_FALSE(within("5.0001", 1'000'000, 2));
    CHECK(within("100", 1, 0));
    CHECK_FALSE(within("101", 1, 0));
    CHECK(within("0.1", 1, 3));
    CHECK_FALSE(within("0.101", 1, 3));
    CHECK_FALSE(within("99999999999999999999999999999999999999", 1'000'000, 2));
}
