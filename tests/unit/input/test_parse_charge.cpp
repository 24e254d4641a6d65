#include "focus_billing/input/parse_charge.hpp"

#include <catch2/catch.hpp>

#include "input/charge_file.hpp"

using namespace focus_billing;

namespace {

const Fields all_texts = {{"ChargeCategory", "Usage"},
                          {"ChargeClass", "Correction"},
                          {"ChargeDescription", "a description"},
                          {"ServiceName", "a service"},
                          {"ServiceCategory", "Compute"},
                          {"ResourceId", "a resource"},
                          {"ResourceName", "a name"},
                          {"RegionId", "a region"},
                          {"SkuId", "a sku"},
                          {"SubAccountId", "an account"},
                          {"SubAccountName", "an account's name"},
                          {"ProviderName", "a provider"},
                          {"InvoiceId", "an invoice"},
                          {"ConsumedUnit", "Hours"}};

void check_all_texts(const Charge& charge) {
    CHECK(charge.charge_category == "Usage");
    CHECK(charge.charge_class == "Correction");
    CHECK(charge.charge_description == "a description");
    CHECK(charge.service_name == "a service");
    CHECK(charge.service_category == "Compute");
    CHECK(charge.resource_id == "a resource");
    CHECK(charge.resource_name == "a name");
    CHECK(charge.region_id == "a region");
    CHECK(charge.sku_id == "a sku");
    CHECK(charge.sub_account_id == "an account");
    CHECK(charge.sub_account_name == "an account's name");
    CHECK(charge.provider_name == "a provider");
    CHECK(charge.invoice_id == "an invoice");
    CHECK(charge.consumed_unit == "Hours");
}

std::string resource_of(const std::string& text) {
    std::string resource = "none";
    read_one({{"ResourceId", text}}, [&](const Charge& charge) { resource = charge.resource_id; });
    return resource;
}

std::string provider_of(const Fields& fields) {
    std::string provider = "none";
    read_one(fields, [&](const Charge& charge) { provider = charge.provider_name; });
    return provider;
}

}  // namespace

TEST_CASE("every text of a row is in its place", "[charge]") {
    const auto one = read_one(all_texts, check_all_texts);
    CHECK(one.accepted);
    CHECK(one.findings.empty());
}

TEST_CASE("P16: text stays text", "[charge]") {
    CHECK(resource_of("00123") == "00123");
    CHECK(resource_of("NA") == "NA");
    CHECK(resource_of("null") == "null");
    CHECK(resource_of("Null") == "Null");
    CHECK(resource_of("1E5") == "1E5");
    CHECK(resource_of("TRUE") == "TRUE");
    CHECK(resource_of("2025-01-01") == "2025-01-01");
    CHECK(resource_of(" vm 1 ") == " vm 1 ");
    CHECK(resource_of("NULL ") == "NULL ");
    CHECK(resource_of("a \"b\"\r\nc") == "a \"b\"\r\nc");
}

TEST_CASE("an empty cell, quotes around nothing and NULL are null", "[charge]") {
    CHECK(resource_of("") == "");
    CHECK(resource_of("NULL") == "");
    Lines resources;
    const auto findings =
        read_charges("BillingPeriodStart,BilledCost,BillingCurrency,Tags,ResourceId\n"
                     "2025-01-01,1,USD,,\n"
                     "2025-01-01,1,USD,,\"\"\n"
                     "2025-01-01,1,USD,,NULL\n"
                     "2025-01-01,1,USD,,NA\n",
                     [&](const Charge& charge) { resources.emplace_back(charge.resource_id); });
    CHECK(findings.empty());
    CHECK(resources == Lines{"", "", "", "NA"});
}

TEST_CASE("ServiceProviderName goes before ProviderName", "[charge]") {
    CHECK(provider_of({{"ProviderName", "old"}, {"ServiceProviderName", "new"}}) == "new");
    CHECK(provider_of({{"ProviderName", "old"}, {"ServiceProviderName", "NULL"}}) == "old");
    CHECK(provider_of({{"ServiceProviderName", "new"}}) == "new");
    CHECK(provider_of({{"Provider", "oldest"}}) == "oldest");
}

TEST_CASE("FB111: rows with the wrong number of fields", "[charge]") {
    std::vector<std::uint64_t> lines;
    const auto findings = read_charges("BillingPeriodStart,BilledCost,BillingCurrency,Tags\n"
                                       "2025-01-01\n"
                                       "2025-01-01,1,USD,,\n"
                                       "\n"
                                       "2025-01-01,1,USD,\n",
                                       [&](const Charge& charge) { lines.push_back(charge.line); });
    CHECK(findings == Lines{"2 error FB111 | the row has 1 field, the header 4 fields |  | add the "
                            "missing fields, empty where there is no value",
                            "3 error FB111 | the row has 5 fields, the header 4 fields |  | put a "
                            "value that contains a comma in quotes: \"a, b\""});
    CHECK(lines == std::vector<std::uint64_t>{5});
}

TEST_CASE("columns of a file stand in any order", "[charge]") {
    std::string seen;
    const auto findings = read_charges("tags,BILLEDCOST,x_note,billingcurrency,BillingPeriodStart\n"
                                       "{},2.50,note,EUR,2025-03-01\n",
                                       [&](const Charge& charge) {
                                           seen = charge.billing_period.text() + " " +
                                                  charge.billed_cost.text() + " " +
                                                  std::string(charge.billing_currency);
                                       });
    CHECK(findings.empty());
    CHECK(seen == "2025-03 2.5 EUR");
}

TEST_CASE("P3: a row without tags, or with tags that are no JSON, is a charge", "[charge]") {
    for (const std::string tags : {"", "NULL", "{}", "not json", "{\"a\":", "[1]", "{\"a\":{}}"}) {
        INFO(tags);
        const auto one = read_one({{"Tags", tags}}, [](const Charge& charge) {
            CHECK(charge.billed_cost.text() == "12.5");
        });
        CHECK(one.accepted);
        CHECK(one.findings.empty());
    }
}

TEST_CASE("findings name the line on which the row begins", "[charge]") {
    const auto findings = read_charges("BillingPeriodStart,BilledCost,BillingCurrency,Tags\n"
                                       "2025-01-01,1,USD,\"{\n\n}\"\n"
                                       "2025-01-01,x,USD,\"{\n\n}\"\n"
                                       "2025-01-01,y,USD,\n");
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].starts_with("5 error FB201 "));
    CHECK(findings[1].starts_with("8 error FB201 "));
}
