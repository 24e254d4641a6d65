#include <catch2/catch.hpp>

#include "config/config_findings.hpp"

using namespace focus_billing;

namespace {

AzureLocalPricing terms_of(const std::string& lines) {
    const auto loaded =
        load_config("convert:\n  azure-local:\n" + lines, "/site/site.yaml", small_environment);
    CHECK(described(loaded.diagnostics).empty());
    return std::get<AzureLocalPricing>(loaded.config.conversions.at(0).terms);
}

}  // namespace

TEST_CASE("tiers are enough for machines") {
    const auto terms = terms_of("    tiers: {small: 600}\n");
    AzureLocalPricing expected;
    expected.tiers["small"].prices = {{.price = Decimal::of(600, 0), .from = {}, .until = {}}};
    CHECK(terms == expected);
    CHECK(terms.fields.subsidy == "subsidy_percent");
}

TEST_CASE("all keys of machines are read") {
    const auto terms = terms_of(
        "    tiers:\n      small: [{price: 600, until: 2025-06-30}, {price: 650, from: "
        "2025-07-01}]\n      large: 2400.50\n"
        "    addons: {backup: 120}\n    default_tier: small\n    subsidy: 12.5 %\n"
        "    exclude: [test-*, tmp]\n"
        "    fields: {tier: size, addons: extras, active: on, subsidy: discount, deleted: gone,\n"
        "             payers: {pi_email: owner, fund_org: cost.center}}\n");
    CHECK(terms.tiers.at("small").prices.size() == 2);
    CHECK(terms.tiers.at("small").prices[0].until == terms.tiers.at("small").prices[1].from);
    CHECK(terms.tiers.at("large").prices.at(0).price == Decimal::of(24005, 1));
    CHECK(terms.addons.at("backup").prices.at(0).price == Decimal::of(120, 0));
    CHECK(terms.default_tier == "small");
    CHECK(terms.subsidy == Decimal::of(125, 3));
    CHECK(terms.exclude == std::vector<std::string>{"test-*", "tmp"});
    CHECK(terms.fields.tier == "size");
    CHECK(terms.fields.addons == "extras");
    CHECK(terms.fields.active == "on");
    CHECK(terms.fields.subsidy == "discount");
    CHECK(terms.fields.deleted == "gone");
    CHECK(terms.fields.payers ==
          std::map<std::string, std::string>{{"pi_email", "owner"}, {"fund_org", "cost.center"}});
}

TEST_CASE("mistakes of machines are told with their place") {
    CHECK(
        findings("convert:\n  azure-local: {default_tier: big, subsidy: 2, fields: {teir: x}, "
                 "addons: {a: -1}}\n") ==
        Lines{"2:16 FB009 convert.azure-local.tiers | there are no tiers |  | add a group with "
              "prices for a year, such as: tiers: {small: 600}",
              "2:31 FB011 convert.azure-local.default_tier | there is no tier 'big' | big | name "
              "one of tiers",
              "2:45 FB008 convert.azure-local.subsidy | convert.azure-local.subsidy is no part of "
              "a whole | 2 | write a number from 0 to 1, or a percentage: 10 %",
              "2:57 FB006 convert.azure-local.fields.teir | unknown key 'teir' | teir | did you "
              "mean 'tier'?",
              "2:79 FB008 convert.azure-local.addons.a | convert.azure-local.addons.a is no "
              "number of 0 or more | -1 | write digits and a point, such as 0.0125"});
}
