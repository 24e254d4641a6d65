#include "focus_billing/input/parse_amounts.hpp"

#include <catch2/catch.hpp>

#include "input/charge_file.hpp"

using namespace focus_billing;

namespace {

/// What is said about a row with this cost, which is refused.
Lines refused(const std::string& column, const std::string& text) {
    const auto one = read_one({{column, text}});
    CHECK_FALSE(one.accepted);
    return one.findings;
}

/// What is said about a row with this cost, which is a charge of `cost`.
Lines accepted(const std::string& text, const std::string& cost) {
    const auto one = read_one({{"BilledCost", text}}, [&](const Charge& charge) {
        CHECK(charge.billed_cost.text() == cost);
    });
    CHECK(one.accepted);
    return one.findings;
}

const std::string billed_words = "write a number; a row that costs nothing says 0";

}  // namespace

TEST_CASE("costs keep every digit", "[amounts]") {
    CHECK(accepted("0.00000000000000000000000000012345678", "0.00000000000000000000000000012345678")
              .empty());
    CHECK(accepted("-3.00", "-3").empty());
    CHECK(accepted("35.2E-7", "0.00000352").empty());
    CHECK(accepted("-0", "0").empty());
}

TEST_CASE("P4: FB201: a cost that is no decimal number", "[amounts]") {
    CHECK(
        refused("BilledCost", "1,234.50") ==
        Lines{"2 error FB201 BilledCost | BilledCost is not a decimal number | 1,234.50 | write it "
              "without separators and currency signs: 1234.50"});
    CHECK(refused("BilledCost", "$1 234.50") ==
          Lines{"2 error FB201 BilledCost | BilledCost is not a decimal number | $1 234.50 | write "
                "it without separators and currency signs: 1234.50"});
    CHECK(refused("BilledCost", "$5") ==
          Lines{"2 error FB201 BilledCost | BilledCost is not a decimal number | $5 | write it "
                "without separators and currency signs: 5"});
    CHECK(refused("BilledCost", "inf") ==
          Lines{"2 error FB201 BilledCost | BilledCost is not a decimal number | inf | " +
                billed_words});
    CHECK(refused("BilledCost", "NaN") ==
          Lines{"2 error FB201 BilledCost | BilledCost is not a decimal number | NaN | " +
                billed_words});
    CHECK(
        refused("ListCost", "n/a") ==
        Lines{
            "2 error FB201 ListCost | ListCost is not a decimal number | n/a | write a number, or "
            "leave the field empty where there is none"});
    CHECK(refused("EffectiveCost", " ") ==
          Lines{"2 error FB201 EffectiveCost | EffectiveCost is not a decimal number |   | write a "
                "number, or leave the field empty where there is none"});
    CHECK(refused("ContractedCost", "12 EUR").size() == 1);
    CHECK(refused("ConsumedQuantity", "many").size() == 1);
}

TEST_CASE("a decimal comma is not taken for a separator in the help", "[amounts]") {
    const std::string digits_only = " | write digits, a point and nothing else: 1234.50";
    CHECK(refused("BilledCost", "1.234,50") ==
          Lines{"2 error FB201 BilledCost | BilledCost is not a decimal number | 1.234,50" +
                digits_only});
    CHECK(
        refused("BilledCost", "1,5") ==
        Lines{"2 error FB201 BilledCost | BilledCost is not a decimal number | 1,5" + digits_only});
}

TEST_CASE("P4: FB202: a blank cost is no zero", "[amounts]") {
    for (const std::string blank : {"", " ", "\t ", "NULL"}) {
        const std::string shown = blank == "NULL" ? "" : blank;
        CHECK(refused("BilledCost", blank) ==
              Lines{"2 error FB202 BilledCost | BilledCost is missing | " + shown +
                    " | write the cost of the row; a row that costs nothing says 0"});
    }
}

TEST_CASE("FB203: more digits than can be kept", "[amounts]") {
    const std::string nines(39, '9');
    const std::string help = " | at most 38 digits are kept, before and behind the point together";
    CHECK(
        refused("BilledCost", nines) ==
        Lines{"2 error FB203 BilledCost | BilledCost has more digits than can be kept exactly | " +
              nines + help});
    CHECK(refused("ListCost", "1E+999999999") ==
          Lines{"2 error FB203 ListCost | ListCost is too large to be kept exactly | 1E+999999999" +
                help});
}

TEST_CASE("FB204: a number in a form that FOCUS does not allow", "[amounts]") {
    const std::string message =
        "2 warning FB204 BilledCost | BilledCost is written in a form that FOCUS does not allow | ";
    CHECK(accepted("+1.5", "1.5") == Lines{message + "+1.5 | it is read as 1.5; write it so"});
    CHECK(accepted("1E+2", "100") == Lines{message + "1E+2 | it is read as 100; write it so"});
    CHECK(accepted(".5", "0.5") == Lines{message + ".5 | it is read as 0.5; write it so"});
    CHECK(accepted(" 7 ", "7") == Lines{message + " 7  | it is read as 7; write it so"});
}

TEST_CASE("other costs and the quantity may be null", "[amounts]") {
    const Fields nulls = {{"ListCost", ""}, {"ContractedCost", "NULL"}, {"ConsumedQuantity", ""}};
    const auto one = read_one(nulls, [](const Charge& charge) {
        CHECK_FALSE(charge.list_cost);
        CHECK_FALSE(charge.contracted_cost);
        CHECK_FALSE(charge.effective_cost);
        CHECK_FALSE(charge.consumed_quantity);
    });
    CHECK(one.accepted);
    CHECK(one.findings.empty());
    const Fields values = {{"ListCost", "1"},
                           {"ContractedCost", "0.9"},
                           {"EffectiveCost", "0"},
                           {"ConsumedQuantity", "744.0"}};
    CHECK(read_one(values, [](const Charge& charge) {
              CHECK(decimal_text(charge.list_cost) == "1");
              CHECK(decimal_text(charge.contracted_cost) == "0.9");
              CHECK(decimal_text(charge.effective_cost) == "0");
              CHECK(decimal_text(charge.consumed_quantity) == "744");
          }).accepted);
}

TEST_CASE("a null does not keep the value of the row before", "[amounts]") {
    Lines costs;
    read_charges("BillingPeriodStart,BilledCost,Tags,ListCost,ResourceId\n"
                 "2025-01-01,1,,5,vm-1\n"
                 "2025-01-01,2,,,\n",
                 [&](const Charge& charge) {
                     costs.push_back(decimal_text(charge.list_cost) + " " +
                                     std::string(charge.resource_id));
                 });
    CHECK(costs == Lines{"5 vm-1", "null "});
}

TEST_CASE("FB209: a currency that ISO 4217 does not have", "[amounts]") {
    CHECK(
        refused("BillingCurrency", "Dollar") ==
        Lines{"2 error FB209 BillingCurrency | BillingCurrency is no currency of ISO 4217 | Dollar "
              "| write the three letters of the currency of the bill: USD"});
    CHECK(refused("BillingCurrency", "XXX").size() == 1);
    CHECK(refused("BillingCurrency", "$").size() == 1);
}

TEST_CASE("FB210: a currency in lower case", "[amounts]") {
    const auto one = read_one({{"BillingCurrency", "eur"}}, [](const Charge& charge) {
        CHECK(charge.billing_currency == "EUR");
    });
    CHECK(one.accepted);
    CHECK(
        one.findings ==
        Lines{"2 warning FB210 BillingCurrency | BillingCurrency is not in capital letters | eur | "
              "it is read as EUR; write it so"});
}

TEST_CASE("FB211: a row without BillingCurrency has the configured one, noted once", "[amounts]") {
    Lines currencies;
    const auto findings = read_charges(
        "BillingPeriodStart,BilledCost,BillingCurrency,Tags\n"
        "2025-01-01,1,JPY,\n"
        "2025-01-01,1,,\n"
        "2025-01-01,1,NULL,\n",
        [&](const Charge& charge) { currencies.emplace_back(charge.billing_currency); });
    CHECK(currencies == Lines{"JPY", "EUR", "EUR"});
    CHECK(findings == Lines{"3 note FB211 BillingCurrency | BillingCurrency is not given |  | the "
                            "configured currency is taken: EUR"});
}

TEST_CASE("all that is wrong with a row is reported", "[amounts]") {
    const auto one = read_one({{"BilledCost", "x"},
                               {"ListCost", "y"},
                               {"BillingCurrency", "z"},
                               {"BillingPeriodStart", "soon"},
                               {"BillingPeriodEnd", "later"},
                               {"ChargePeriodStart", "now"},
                               {"ChargePeriodEnd", "then"}});
    CHECK_FALSE(one.accepted);
    CHECK(one.findings.size() == 7);
}
