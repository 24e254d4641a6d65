#include "focus_billing/model/period.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

TEST_CASE("a billing period is a month with a key that counts", "[period]") {
    const BillingPeriod december(2024, 12);
    CHECK(december.text() == "2024-12");
    CHECK(december.next().text() == "2025-01");
    CHECK(december.next() == BillingPeriod(2025, 1));
    CHECK(december.next().key() == december.key() + 1);
    CHECK(december < december.next());
    CHECK(december.year() == 2024);
    CHECK(december.month() == 12);
    CHECK(BillingPeriod(1, 1).text() == "0001-01");
    CHECK(BillingPeriod(9999, 12).text() == "9999-12");
}

TEST_CASE("a month is read as it is written", "[period]") {
    CHECK(BillingPeriod::parse("2025-01") == BillingPeriod(2025, 1));
    CHECK(BillingPeriod::parse("0001-01") == BillingPeriod(1, 1));
    CHECK(BillingPeriod::parse("9999-12") == BillingPeriod(9999, 12));
    for (const auto* text : {"", "2025", "2025-1", "2025-00", "2025-13", "0000-01", "2025/01",
                             "2025-01-01", " 2025-1", "2025-01 ", "-025-01", "2025-+1"}) {
        INFO(text);
        CHECK_FALSE(BillingPeriod::parse(text));
    }
}

TEST_CASE("an instant is written in UTC", "[period]") {
    CHECK(instant_text({0, 0}) == "1970-01-01T00:00:00Z");
    CHECK(instant_text({-1, 0}) == "1969-12-31T23:59:59Z");
    CHECK(instant_text({1'735'689'599, 500'000'000}) == "2024-12-31T23:59:59.5Z");
    CHECK(instant_text({1'735'689'600, 1}) == "2025-01-01T00:00:00.000000001Z");
    CHECK(instant_text({-62'135'596'800, 0}) == "0001-01-01T00:00:00Z");
}

TEST_CASE("instants are ordered by seconds, then by their fraction", "[period]") {
    CHECK(Instant{1, 999'999'999} < Instant{2, 0});
    CHECK(Instant{1, 0} < Instant{1, 1});
    CHECK(Instant{1, 1} == Instant{1, 1});
}
