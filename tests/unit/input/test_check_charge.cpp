#include "input/check_charge.hpp"

#include <catch2/catch.hpp>

#include "input/charge_file.hpp"

using namespace focus_billing;

namespace {

Lines findings(const Fields& fields) {
    const auto one = read_one(fields);
    CHECK(one.accepted);
    return one.findings;
}

Lines period_findings(const std::string& start, const std::string& end, Fields more = {}) {
    more["ChargePeriodStart"] = start;
    more["ChargePeriodEnd"] = end;
    return findings(more);
}

}  // namespace

TEST_CASE("values of FOCUS's lists are taken as they are", "[check]") {
    for (const auto value : charge_categories()) {
        CHECK(findings({{"ChargeCategory", std::string(value)}}).empty());
    }
    for (const auto value : service_categories()) {
        CHECK(findings({{"ServiceCategory", std::string(value)}}).empty());
    }
    CHECK(findings({{"ChargeClass", "Correction"}}).empty());
    CHECK(findings({{"ChargeClass", ""}, {"ChargeCategory", "NULL"}}).empty());
}

TEST_CASE("FB212: a value that FOCUS does not allow", "[check]") {
    CHECK(findings({{"ChargeCategory", "usage"}}) ==
          Lines{"2 warning FB212 ChargeCategory | ChargeCategory is no value that FOCUS allows | "
                "usage | did you mean 'Usage'? Case counts"});
    CHECK(findings({{"ChargeCategory", "Sundries"}}) ==
          Lines{"2 warning FB212 ChargeCategory | ChargeCategory is no value that FOCUS allows | "
                "Sundries | FOCUS allows: Usage, Purchase, Tax, Credit, Adjustment"});
    CHECK(findings({{"ChargeClass", "Regular"}}) ==
          Lines{"2 warning FB212 ChargeClass | ChargeClass is no value that FOCUS allows | Regular "
                "| FOCUS allows: Correction"});
    CHECK(findings({{"ServiceCategory", "Computing"}}) ==
          Lines{"2 warning FB212 ServiceCategory | ServiceCategory is no value that FOCUS allows | "
                "Computing | did you mean 'Compute'? Case counts"});
}

TEST_CASE("FB303: a charge period that begins outside the billing period", "[check]") {
    CHECK(period_findings("2024-12-15", "2024-12-16") ==
          Lines{"2 warning FB303 ChargePeriodStart | ChargePeriodStart lies outside the billing "
                "period 2025-01 | 2024-12-15 | only a row with ChargeClass Correction may; check "
                "both periods"});
    CHECK(period_findings("2025-02-02", "2025-02-03").size() == 1);
}

TEST_CASE("FB303: a charge period that leaves the billing period", "[check]") {
    CHECK(period_findings("2025-01-15", "2025-02-15") ==
          Lines{"2 warning FB303 ChargePeriodEnd | ChargePeriodEnd lies outside the billing period "
                "2025-01 | 2025-02-15 | only a row with ChargeClass Correction may; check both "
                "periods"});
    CHECK(period_findings("2025-01-01", "2025-02-01").empty());
    CHECK(period_findings("2025-01-01T00:00:00-14:00", "2025-02-01T00:00:00-14:00").empty());
    CHECK(period_findings("2025-01-01T00:00:00+14:00", "2025-02-01T00:00:00+14:00").empty());
}

TEST_CASE("corrections lie in any period, and purchases reach into later ones", "[check]") {
    CHECK(period_findings("2024-06-01", "2024-07-01", {{"ChargeClass", "Correction"}}).empty());
    CHECK(period_findings("2025-01-01", "2028-01-01", {{"ChargeCategory", "Purchase"}}).empty());
    CHECK(period_findings("2024-01-01", "2025-01-01", {{"ChargeCategory", "Purchase"}}).size() ==
          1);
}
