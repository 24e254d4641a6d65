#include "focus_billing/input/parse_periods.hpp"

#include <catch2/catch.hpp>

#include "input/charge_file.hpp"

using namespace focus_billing;

namespace {

std::string when(const std::optional<Instant>& instant) {
    return instant ? instant_text(*instant) : "null";
}

Lines billing(const std::string& start, const std::string& end, const std::string& month) {
    const Fields fields = {{"BillingPeriodStart", start}, {"BillingPeriodEnd", end}};
    const auto one = read_one(
        fields, [&](const Charge& charge) { CHECK(charge.billing_period.text() == month); });
    CHECK(one.accepted);
    return one.findings;
}

Lines charged(const std::string& start, const std::string& end, const std::string& read_end) {
    const Fields fields = {{"ChargePeriodStart", start}, {"ChargePeriodEnd", end}};
    const auto one = read_one(
        fields, [&](const Charge& charge) { CHECK(when(charge.charge_period_end) == read_end); });
    CHECK(one.accepted);
    return one.findings;
}

Lines refused(const Fields& fields) {
    const auto one = read_one(fields);
    CHECK_FALSE(one.accepted);
    return one.findings;
}

const std::string as_inclusive =
    " | it is read as inclusive, up to the end of that day; FOCUS wants the day after";
const std::string end_is_exclusive =
    " | the end is the first moment after the period: 2025-02-01 for January";
const std::string date_forms =
    " | write it as 2025-01-31, or as 2025-01-31T00:00:00Z with a time of day";

Lines inclusive_billing(const std::string& end) {
    return {"2 note FB207 BillingPeriodEnd | BillingPeriodEnd is the last day of the month | " +
            end + as_inclusive};
}

Lines inclusive_charge(const std::string& end) {
    return {"2 note FB208 ChargePeriodEnd | ChargePeriodEnd is the last day of the period | " +
            end + as_inclusive};
}

}  // namespace

TEST_CASE("the billing period is the month of its start, as written", "[periods]") {
    CHECK(billing("2025-01-01", "2025-02-01", "2025-01").empty());
    CHECK(billing("2025-12-01T00:00:00Z", "2026-01-01T00:00:00Z", "2025-12").empty());
    CHECK(billing("2025-01-01T00:00:00+02:00", "2025-02-01T00:00:00+02:00", "2025-01").empty());
    CHECK(billing("2025-01-01", "", "2025-01").empty());
    CHECK(billing("2025-01-15", "NULL", "2025-01").empty());
}

TEST_CASE("FB207: an inclusive BillingPeriodEnd", "[periods]") {
    CHECK(billing("2025-01-01", "2025-01-31", "2025-01") == inclusive_billing("2025-01-31"));
    CHECK(billing("2024-02-01", "2024-02-29", "2024-02") == inclusive_billing("2024-02-29"));
    CHECK(billing("2025-01-01T00:00:00Z", "2025-01-31T23:59:59Z", "2025-01") ==
          inclusive_billing("2025-01-31T23:59:59Z"));
    CHECK(billing("2025-01-31", "2025-01-31", "2025-01") == inclusive_billing("2025-01-31"));
}

TEST_CASE("other billing ends are exclusive", "[periods]") {
    CHECK(billing("2025-01-01", "2025-01-30", "2025-01").empty());
    CHECK(billing("2025-01-01T00:00:00Z", "2025-01-31T00:00:00Z", "2025-01").empty());
    CHECK(billing("2024-02-01", "2024-02-28", "2024-02").empty());
}

TEST_CASE("FB208: an inclusive ChargePeriodEnd", "[periods]") {
    CHECK(charged("2025-01-05", "2025-01-05", "2025-01-06T00:00:00Z") ==
          inclusive_charge("2025-01-05"));
    CHECK(charged("2025-01-01", "2025-01-31", "2025-02-01T00:00:00Z") ==
          inclusive_charge("2025-01-31"));
    CHECK(charged("2025-01-01T00:00:00Z", "2025-01-31T23:59:59.999Z", "2025-02-01T00:00:00Z") ==
          inclusive_charge("2025-01-31T23:59:59.999Z"));
    CHECK(charged("2025-01-01T00:00:00+02:00", "2025-01-31T23:59:59+02:00",
                  "2025-01-31T22:00:00Z") == inclusive_charge("2025-01-31T23:59:59+02:00"));
}

TEST_CASE("other charge ends are exclusive", "[periods]") {
    CHECK(charged("2025-01-05", "2025-01-06", "2025-01-06T00:00:00Z").empty());
    CHECK(charged("2025-01-05", "2025-01-31", "2025-01-31T00:00:00Z").empty());
    CHECK(charged("2025-01-01", "2025-01-30", "2025-01-30T00:00:00Z").empty());
    CHECK(charged("2025-01-05T00:00:00Z", "2025-01-05T23:59:59Z", "2025-01-05T23:59:59Z").empty());
    CHECK(charged("2025-01-01", "2025-02-01", "2025-02-01T00:00:00Z").empty());
    CHECK(charged("", "2025-01-31", "2025-01-31T00:00:00Z").empty());
    CHECK(charged("2025-01-05", "", "null").empty());
    CHECK(charged("NULL", "NULL", "null").empty());
}

TEST_CASE("FB202: no BillingPeriodStart", "[periods]") {
    const std::string help =
        " | write the first day of the month that the row is billed in: 2025-01-01";
    CHECK(refused({{"BillingPeriodStart", ""}}) ==
          Lines{"2 error FB202 BillingPeriodStart | BillingPeriodStart is missing | " + help});
    CHECK(refused({{"BillingPeriodStart", " "}}) ==
          Lines{"2 error FB202 BillingPeriodStart | BillingPeriodStart is missing |  " + help});
}

TEST_CASE("P16: FB205: dates are not guessed", "[periods]") {
    CHECK(
        refused({{"BillingPeriodStart", "garbage-date"}}) ==
        Lines{"2 error FB205 BillingPeriodStart | BillingPeriodStart is not a date | garbage-date" +
              date_forms});
    CHECK(refused({{"BillingPeriodStart", "01/02/2025"}}) ==
          Lines{"2 error FB205 BillingPeriodStart | BillingPeriodStart is not a date | 01/02/2025" +
                date_forms});
    CHECK(refused({{"ChargePeriodEnd", "2025-02-30"}}) ==
          Lines{"2 error FB205 ChargePeriodEnd | ChargePeriodEnd is not a date | 2025-02-30" +
                date_forms});
    CHECK(refused({{"ChargePeriodStart", " "}}) ==
          Lines{"2 error FB205 ChargePeriodStart | ChargePeriodStart is not a date |  " +
                date_forms});
    CHECK(
        refused({{"BillingPeriodEnd", "2025-01-31T24:00"}}) ==
        Lines{"2 error FB205 BillingPeriodEnd | BillingPeriodEnd is not a date | 2025-01-31T24:00" +
              date_forms});
}

TEST_CASE("a wrong end is reported beside a wrong start", "[periods]") {
    CHECK(refused({{"BillingPeriodStart", "x"}, {"BillingPeriodEnd", "y"}}).size() == 2);
    CHECK(refused({{"BillingPeriodStart", ""}, {"BillingPeriodEnd", "y"}}).size() == 2);
    CHECK(refused({{"ChargePeriodStart", "x"}, {"ChargePeriodEnd", "y"}}).size() == 2);
}

TEST_CASE("FB206: a date without a time zone is noted once", "[periods]") {
    const auto findings =
        read_charges("BillingPeriodStart,BilledCost,BillingCurrency,Tags,ChargePeriodStart\n"
                     "2025-01-01,1,USD,,2025-01-05T00:00:00Z\n"
                     "2025-01-01,1,USD,,2025-01-06 00:00:00\n"
                     "2025-01-01,1,USD,,2025-01-07 00:00:00\n");
    CHECK(findings == Lines{"3 note FB206 ChargePeriodStart | ChargePeriodStart has no time zone | "
                            "2025-01-06 00:00:00 | UTC is taken; FOCUS wants a Z: "
                            "2025-01-31T00:00:00Z"});
}

TEST_CASE("FB301: a period that ends before it begins", "[periods]") {
    CHECK(
        refused({{"BillingPeriodEnd", "2024-12-31"}}) ==
        Lines{"2 error FB301 BillingPeriodEnd | BillingPeriodEnd is not after the period's start | "
              "2024-12-31" +
              end_is_exclusive});
    CHECK(refused({{"BillingPeriodEnd", "2025-01-01"}}).size() == 1);
    CHECK(refused({{"ChargePeriodStart", "2025-01-05"}, {"ChargePeriodEnd", "2025-01-04"}}) ==
          Lines{"2 error FB301 ChargePeriodEnd | ChargePeriodEnd is not after the period's start | "
                "2025-01-04" +
                end_is_exclusive});
}

TEST_CASE("FB302: a charge period of no length", "[periods]") {
    CHECK(charged("2025-01-05T10:00:00Z", "2025-01-05T10:00:00Z", "2025-01-05T10:00:00Z") ==
          Lines{"2 warning FB302 ChargePeriodEnd | ChargePeriodEnd equals ChargePeriodStart | "
                "2025-01-05T10:00:00Z | the end is the first moment after the period"});
}

TEST_CASE("FB213: a billing period of an impossible year", "[periods]") {
    for (const std::string start : {"1969-12-31", "2200-01-01", "0025-01-01", "9999-12-01"}) {
        CHECK(refused({{"BillingPeriodStart", start}}) ==
              Lines{"2 error FB213 BillingPeriodStart | BillingPeriodStart is in no year from 1970 "
                    "to 2199 | " +
                    start + " | check the year"});
    }
    CHECK(billing("1970-01-01", "", "1970-01").empty());
    CHECK(billing("2199-12-31", "2200-01-01", "2199-12").empty());
}

TEST_CASE("FB304: a billing period of more than a month", "[periods]") {
    CHECK(billing("2025-01-01", "2025-03-01", "2025-01") ==
          Lines{"2 warning FB304 BillingPeriodEnd | BillingPeriodEnd lies beyond the month of "
                "BillingPeriodStart | 2025-03-01 | the charge is taken into 2025-01"});
    CHECK(billing("2025-01-01", "2025-02-02", "2025-01").size() == 1);
    CHECK(billing("2025-01-01T00:00:00Z", "2025-02-01T00:00:01Z", "2025-01").size() == 1);
    CHECK(billing("2024-12-15", "2025-01-01", "2024-12").empty());
}

TEST_CASE("each row has its own dates", "[periods]") {
    Lines seen;
    read_charges("BillingPeriodStart,BilledCost,Tags,ChargePeriodStart,ChargePeriodEnd\n"
                 "2025-01-01,1,,2025-01-05,2025-01-06\n"
                 "2025-02-01,1,,,2025-02-06\n"
                 "2025-01-01,1,,2025-01-05,\n",
                 [&](const Charge& charge) {
                     seen.push_back(charge.billing_period.text() + " " +
                                    when(charge.charge_period_start) + " " +
                                    when(charge.charge_period_end));
                 });
    CHECK(seen == Lines{"2025-01 2025-01-05T00:00:00Z 2025-01-06T00:00:00Z",
                        "2025-02 null 2025-02-06T00:00:00Z", "2025-01 2025-01-05T00:00:00Z null"});
}
