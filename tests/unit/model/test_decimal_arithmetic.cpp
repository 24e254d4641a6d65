#include "focus_billing/model/decimal.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

namespace focus_billing {
namespace {

Decimal number(const std::string& text) {
    return parse_decimal(text).value;
}

rc::Gen<Decimal> any_decimal() {
    return rc::gen::map(rc::gen::pair(rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000),
                                      rc::gen::inRange(0, 9)),
                        [](const auto& parts) { return Decimal::of(parts.first, parts.second); });
}

}  // namespace

TEST_CASE("sums and products are exact, or fail") {
    CHECK(sum(number("0.1"), number("0.2")).text() == "0.3");
    CHECK(product(number("0.0123456789012345678"), number("3")).text() == "0.0370370367037037034");
    CHECK(difference(number("1"), number("1.000")).is_zero());
    const auto largest = number("99999999999999999999999999999999999999");
    CHECK_THROWS_AS(sum(largest, number("1")), DecimalOverflow);
    CHECK_THROWS_AS(product(largest, number("10")), DecimalOverflow);
    CHECK_THROWS_AS(product(number("1E-38"), number("0.1")), DecimalOverflow);
}

TEST_CASE("quotients are rounded half to even, once") {
    CHECK(quotient(number("1"), number("3")).text() == "0.333333333333");
    CHECK(quotient(number("2"), number("3")).text() == "0.666666666667");
    CHECK(quotient(number("-2"), number("3")).text() == "-0.666666666667");
    CHECK(quotient(number("1"), number("8"), 2).text() == "0.12");
    CHECK(quotient(number("3"), number("8"), 2).text() == "0.38");
    CHECK(quotient(number("1"), number("-8"), 2).text() == "-0.12");
    CHECK(quotient(number("600"), number("12")).text() == "50");
    CHECK_THROWS_AS(quotient(number("1"), Decimal{}), std::logic_error);
}

TEST_CASE("sum, difference and product keep the laws of arithmetic", "[property]") {
    CHECK(rc::check([] {
        const auto a = *any_decimal();
        const auto b = *any_decimal();
        const auto c = *any_decimal();
        RC_ASSERT(difference(sum(a, b), b) == a);
        RC_ASSERT(product(a, sum(b, c)) == sum(product(a, b), product(a, c)));
    }));
}

TEST_CASE("a quotient is less than half a unit from what it should be", "[property]") {
    CHECK(rc::check([] {
        const auto a = *any_decimal();
        const auto b = *any_decimal();
        RC_PRE(!b.is_zero());
        auto off = difference(product(quotient(a, b), b), a);
        auto half = product(b, number("5E-13"));
        if (off < Decimal{})
            off = difference(Decimal{}, off);
        if (half < Decimal{})
            half = difference(Decimal{}, half);
        RC_ASSERT(off <= half);
    }));
}

}  // namespace focus_billing
