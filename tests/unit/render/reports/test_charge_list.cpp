#include <catch2/catch.hpp>

#include "focus_billing/render/reports/charge_list.hpp"

using namespace focus_billing;

namespace {

StoredCharge charge_of(std::string_view cost, std::string_view currency) {
    StoredCharge charge;
    charge.cells[charge_column("x_ChargeId")] = "7";
    charge.cells[charge_column("x_BillingPeriod")] = "2025-01";
    charge.cells[charge_column("x_Source")] = "AWS";
    charge.cells[charge_column("ChargePeriodStart")] = "2025-01-02T00:00:00Z";
    charge.cells[charge_column("BilledCost")] = cost;
    charge.cells[charge_column("BillingCurrency")] = currency;
    charge.cells[charge_column("ServiceName")] = "=1+1";
    charge.cells[charge_column("x_Held")] = "1";
    charge.cells[charge_column("x_Flags")] = "missing_pi_email,invalid_tags";
    return charge;
}

std::string tags_in_json(std::string_view tags, std::optional<std::string_view> fault) {
    auto charge = charge_of("1", "USD");
    charge.cells[charge_column("Tags")] = tags;
    charge.cells[charge_column("x_TagsFault")] = fault;
    const auto text = make_charge_json()->add(charge);
    const auto begin = text.find("\"Tags\":") + 7;
    return text.substr(begin, text.find(",\"x_TagsFault\"") - begin);
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a table of charges ends with a total for each currency") {
    const auto list = make_charge_table();
    std::string text = list->begin();
    for (const auto* cost : {"-0.5", "0.1", "0.1"})
        text += list->add(charge_of(cost, "USD"));
    text += list->add(charge_of("7", "EUR"));
    text += list->end(9);
    CHECK(text ==
          "charge  period   source  date        pi  project  fund_org  service  billed  "
          "currency  held for\n"
          "     7  2025-01  AWS     2025-01-02  -   -        -         =1+1       -0.5  USD  "
          "     missing_pi_email, invalid_tags\n"
          "     7  2025-01  AWS     2025-01-02  -   -        -         =1+1        0.1  USD  "
          "     missing_pi_email, invalid_tags\n"
          "     7  2025-01  AWS     2025-01-02  -   -        -         =1+1        0.1  USD  "
          "     missing_pi_email, invalid_tags\n"
          "     7  2025-01  AWS     2025-01-02  -   -        -         =1+1        7    EUR  "
          "     missing_pi_email, invalid_tags\n"
          "\n"
          "4 of 9 charges\n"
          "  billed   7    EUR\n"
          "  billed  -0.3  USD\n");
}

TEST_CASE("a table without charges has no header") {
    const auto list = make_charge_table();
    const auto text = list->begin();
    CHECK(text + list->end(0) == "0 charges\n");
}

TEST_CASE("text in a table cannot steer the terminal") {
    auto charge = charge_of("1", "USD");
    charge.cells[charge_column("ServiceName")] = "a\033[31mb\n";
    const auto list = make_charge_table();
    const auto text = list->add(charge);
    CHECK(contains(text + list->end(1), "a\\x1B[31mb\\n"));
}

TEST_CASE("CSV has every column, and guards texts but no amounts") {
    const auto list = make_charge_csv();
    const auto header = list->begin();
    const auto record = list->add(charge_of("-0.5", "USD"));
    CHECK(header.starts_with("x_ChargeId,x_Source,"));
    CHECK(header.ends_with(
        ",x_Held,x_Flags,x_BilledIn,x_Correction,x_CorrectsChargeId,x_Decision\r\n"));
    CHECK(contains(record, ",-0.5,"));
    CHECK(contains(record, ",'=1+1,"));
    CHECK(record.ends_with(",true,\"missing_pi_email,invalid_tags\",,,,\r\n"));
    CHECK(list->end(1).empty());
}

TEST_CASE("JSON has amounts as texts, ids as numbers, flags as an array") {
    const auto list = make_charge_json();
    std::string text = list->begin();
    text += list->add(charge_of("-0.50", "USD"));
    text += list->add(charge_of("1", "USD"));
    text += list->end(2);
    CHECK(text.starts_with("[\n{\"x_ChargeId\":7,\"x_Source\":\"AWS\",\"x_ImportId\":null,"));
    CHECK(contains(text, "\"BilledCost\":\"-0.50\""));
    CHECK(contains(text, "\"x_Held\":true,\"x_Flags\":[\"missing_pi_email\",\"invalid_tags\"],"));
    CHECK(text.ends_with("}]\n"));
    const auto none = make_charge_json();
    const auto begin = none->begin();
    CHECK(begin + none->end(0) == "[]\n");
}

TEST_CASE("Tags are an object with every digit, or a text if something is wrong with them") {
    CHECK(tags_in_json("{\"a\":1.50}", std::nullopt) == "{\"a\":1.50}");
    CHECK(tags_in_json("{\"a\":1.50}", "the key 'a' occurs twice") == "\"{\\\"a\\\":1.50}\"");
    CHECK(tags_in_json("[1]", std::nullopt) == "\"[1]\"");
    CHECK(tags_in_json("{\"a\":", std::nullopt) == "\"{\\\"a\\\":\"");
    CHECK(tags_in_json("", std::nullopt) == "\"\"");
}
