#include "focus_billing/convert/storage_converter.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "converted.hpp"
#include "focus_billing/model/decimal_arithmetic.hpp"

namespace focus_billing {
namespace {

StorageTerms terms_of(const std::string& price) {
    StorageTerms terms;
    terms.unit = CapacityUnit::gigabyte;
    terms.prices = {{.price = parse_decimal(price).value, .from = {}, .until = {}}};
    return terms;
}

Converted charge(const StorageTerms& terms, const std::map<std::string, std::string>& files) {
    static const ConversionBasics general = [] {
        ConversionBasics basics;
        basics.currency = "USD";
        basics.service = "Storage";
        return basics;
    }();
    return convert_texts(
        [&](const ConverterOutput& output) {
            return std::make_unique<StorageConverter>(StorageSystem::qumulo, general, terms,
                                                      BillingPeriod(2025, 1), output,
                                                      ReadMetadata());
        },
        files);
}

std::string quotas(const std::map<std::string, std::int64_t>& bytes) {
    std::string text = "path,capacity_usage\n";
    for (const auto& [path, count] : bytes)
        text += path + "," + std::to_string(count) + "\n";
    return text;
}

}  // namespace

TEST_CASE("prices are for months, days and years") {
    const std::map<std::string, std::string> files = {{"q.csv", quotas({{"/a", 500'000'000'000}})}};
    auto terms = terms_of("2");
    CHECK(charge(terms, files).billed().text() == "1000");
    terms.per = PricePeriod::day;
    CHECK(charge(terms, files).billed().text() == "31000");
    terms.per = PricePeriod::year;
    CHECK(charge(terms, files).billed().text() == "83.333333333333");
    terms.per = PricePeriod::year_by_days;
    CHECK(charge(terms, files).billed().text() == "84.931506849315");
    terms.per = PricePeriod::month;
    terms.free_units = whole_number(100);
    terms.subsidy = Decimal::of(25, 2);
    terms.daily_credit = whole_number(1);
    CHECK(charge(terms, files).billed().text() == "569");
    CHECK(charge(terms, files).rows.at(0).list_cost.text() == "1000");
    terms.daily_credit = whole_number(1000);
    CHECK(charge(terms, files).billed().text() == "0");
}

TEST_CASE("the last snapshot of the month counts, or the mean of all") {
    const std::map<std::string, std::string> files = {
        {"q_2024-12-31.csv", quotas({{"/a", 9'000'000'000}})},
        {"q_2025-01-10.csv", quotas({{"/a", 1'000'000'000}, {"/b", 1'000'000'000}})},
        {"q_20250120.csv", quotas({{"/a", 3'000'000'000}})},
        {"q_2025-02-01.csv", quotas({{"/a", 9'000'000'000}})}};
    auto terms = terms_of("1");
    const auto last = charge(terms, files);
    CHECK(last.billed().text() == "3");
    CHECK(last.balanced());
    CHECK(last.part("snapshots of other months") == "18000000000");
    terms.snapshots = SnapshotUse::mean;
    const auto mean = charge(terms, files);
    CHECK(mean.billed().text() == "2.5");
    CHECK(mean.balanced());
}

TEST_CASE("nested quotas are charged once, whichever counts", "[property]") {
    CHECK(rc::check([] {
        const auto a = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000);
        const auto b = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000);
        const auto rest = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000);
        const std::map<std::string, std::string> files = {
            {"q.csv", quotas({{"/lab", a + b + rest},
                              {"/lab/a", a},
                              {"/lab/a/deep", a / 2},
                              {"/lab/b", b},
                              {"/laboratory", rest}})}};
        for (const auto nested : {NestedQuotas::outer, NestedQuotas::inner}) {
            auto terms = terms_of("1");
            terms.nested = nested;
            const auto converted = charge(terms, files);
            RC_ASSERT(converted.balanced());
            RC_ASSERT(converted.part("charged") == std::to_string(a + b + rest + rest));
        }
    }));
}

}  // namespace focus_billing
