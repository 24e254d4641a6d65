#include <catch2/catch.hpp>

#include "config/config_findings.hpp"

using namespace focus_billing;

namespace {

StoragePricing terms_of(const std::string& lines) {
    const auto loaded =
        load_config("convert:\n  qumulo:\n" + lines, "/site/site.yaml", small_environment);
    CHECK(described(loaded.diagnostics).empty());
    return std::get<StoragePricing>(loaded.config.conversions.at(0).terms);
}

}  // namespace

TEST_CASE("a unit and a price are enough for storage") {
    const auto terms = terms_of("    unit: TB\n    price: 5.50\n");
    StoragePricing expected;
    expected.unit = CapacityUnit::terabyte;
    expected.prices = {{.price = Decimal::of(55, 1), .from = {}, .until = {}}};
    CHECK(terms == expected);
}

TEST_CASE("all keys of storage are read") {
    const auto terms =
        terms_of("    unit: GiB\n    price: 1\n    per: year_by_days\n    free: 0.5\n"
                 "    subsidy: 25 %\n    daily_credit: 0.10\n    bytes: limit\n"
                 "    snapshots: mean\n    nested: inner\n    exclude: [/tmp/*]\n"
                 "    metadata_file: .openchargeback.json\n"
                 "    metadata_root: mounted\n");
    CHECK(terms.unit == CapacityUnit::gibibyte);
    CHECK(terms.per == PricePeriod::year_by_days);
    CHECK(terms.free_units == Decimal::of(5, 1));
    CHECK(terms.subsidy == Decimal::of(25, 2));
    CHECK(terms.daily_credit == Decimal::of(1, 1));
    CHECK(terms.bytes == ChargedBytes::limit);
    CHECK(terms.snapshots == SnapshotUse::mean);
    CHECK(terms.nested == NestedQuotas::inner);
    CHECK(terms.exclude == std::vector<std::string>{"/tmp/*"});
    CHECK(terms.metadata_file == ".openchargeback.json");
    CHECK(terms.metadata_root == "/site/mounted");
}

TEST_CASE("storage without a unit or a price, and values that are none, are findings") {
    CHECK(
        findings("convert:\n  isilon: {per: weekly}\n") ==
        Lines{"2:11 FB009 convert.isilon.unit | storage has no unit |  | add a line such as: unit: "
              "TiB (or TB, GiB, GB)",
              "2:11 FB009 convert.isilon.price | storage has no price |  | add a line such as: "
              "price: 5.00",
              "2:17 FB011 convert.isilon.per | 'weekly' is no value of convert.isilon.per | weekly "
              "| write one of: month, day, year, year_by_days"});
    CHECK(
        findings("convert:\n  isilon: {unit: tib, price: -1, subsidy: 2, nested: none}\n") ==
        Lines{"2:18 FB011 convert.isilon.unit | 'tib' is no value of convert.isilon.unit | tib | "
              "did you mean 'TiB'? Values: GB, GiB, TB, TiB",
              "2:30 FB008 convert.isilon.price | convert.isilon.price is no number of 0 or more | "
              "-1 | write digits and a point, such as 0.0125",
              "2:43 FB008 convert.isilon.subsidy | convert.isilon.subsidy is no part of a whole | "
              "2 | write a number from 0 to 1, or a percentage: 10 %",
              "2:54 FB011 convert.isilon.nested | 'none' is no value of convert.isilon.nested | "
              "none | write one of: outer, inner"});
}
