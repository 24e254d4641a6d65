#include "focus_billing/store/query_periods.hpp"

#include <catch2/catch.hpp>

#include "query_database.hpp"

using namespace focus_billing;

TEST_CASE("periods are told with their totals by currency, the oldest first") {
    const QueryDatabase file;
    file.fill(three_imports);
    auto database = file.open();
    const auto periods = query_periods(database);
    REQUIRE(periods.size() == 2);
    CHECK(periods[0].period == BillingPeriod(2025, 1));
    CHECK(periods[0].status == "open");
    CHECK(periods[0].imports == 2);
    REQUIRE(periods[0].totals.size() == 2);
    CHECK(periods[0].totals[0].currency == "EUR");
    CHECK(periods[0].totals[1].charges == 4);
    CHECK(periods[0].totals[1].billed == "9.4");
    CHECK(periods[0].totals[1].held == 1);
    CHECK(periods[0].totals[1].held_cost == "-0.5");
    CHECK(periods[1].imports == 1);
}

TEST_CASE("a period without charges is a period") {
    const QueryDatabase file;
    file.fill("INSERT INTO period VALUES (24300, 'open', '2025-02-03T08:00:00Z')");
    auto database = file.open();
    const auto periods = query_periods(database);
    REQUIRE(periods.size() == 1);
    CHECK(periods[0].totals.empty());
    CHECK(periods[0].imports == 0);
}
