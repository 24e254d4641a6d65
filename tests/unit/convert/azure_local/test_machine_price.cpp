#include "convert/azure_local/machine_price.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "focus_billing/model/decimal.hpp"

namespace focus_billing {
namespace {

const Instant january{1735689600, 0};

Instant day(std::int64_t number) {
    return {january.seconds + number * 86'400, 0};
}

DatedPrice price(std::int64_t amount) {
    return {.price = whole_number(amount), .from = {}, .until = {}};
}

std::vector<Decimal> month() {
    return std::vector<Decimal>(31);
}

}  // namespace

TEST_CASE("a whole month costs a twelfth of the year") {
    auto annual = month();
    CHECK_FALSE(add_annual_prices({price(600)}, january, {0, 31}, annual));
    CHECK_FALSE(add_annual_prices({price(120)}, january, {0, 31}, annual));
    CHECK(cost_of_days(annual, {0, 31}, whole_number(1)).text() == "60");
    CHECK(cost_of_days(annual, {14, 31}, Decimal::of(9, 1)).text() == "29.612903225806");
    CHECK(cost_of_days(annual, {14, 14}, whole_number(1)).text() == "0");
}

TEST_CASE("prices change from day to day, and must be there on the days that count") {
    auto old_price = price(372);
    old_price.until = day(10);
    auto new_price = price(744);
    new_price.from = day(10);
    auto annual = month();
    CHECK_FALSE(add_annual_prices({old_price, new_price}, january, {0, 31}, annual));
    CHECK(cost_of_days(annual, {0, 31}, whole_number(1)).text() == "52");  // 10 * 1 + 21 * 2
    auto late = month();
    CHECK_FALSE(add_annual_prices({new_price}, january, {12, 20}, late));
    CHECK(cost_of_days(late, {0, 31}, whole_number(1)).text() == "62");
    auto none = month();
    CHECK(add_annual_prices({new_price}, january, {8, 20}, none) == std::size_t{8});
    CHECK(none == month());
}

TEST_CASE("parts of a machine's month add up to the whole", "[property]") {
    CHECK(rc::check([] {
        const auto days = *rc::gen::inRange<std::size_t>(28, 32);
        std::vector<Decimal> annual;
        for (std::size_t i = 0; i < days; ++i)
            annual.push_back(Decimal::of(*rc::gen::inRange<std::int64_t>(0, 10'000'000), 3));
        const auto part = Decimal::of(*rc::gen::inRange<std::int64_t>(0, 10'001), 4);
        Decimal total;
        for (std::size_t first = 0; first < days;) {
            const auto last = *rc::gen::inRange<std::size_t>(first + 1, days + 1);
            total = sum(total, cost_of_days(annual, {first, last}, part));
            first = last;
        }
        RC_ASSERT(total == cost_of_days(annual, {0, days}, part));
    }));
}

}  // namespace focus_billing
