#include "convert/storage/storage_converter.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>

#include "convert/converted.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {
namespace {

StoragePricing terms_of(const std::string& price) {
    StoragePricing terms;
    terms.unit = CapacityUnit::gigabyte;
    terms.prices = {{.price = parse_decimal(price).value, .from = {}, .until = {}}};
    return terms;
}

Converted charge(const StoragePricing& terms, const std::map<std::string, std::string>& files,
                 StorageSystem system = StorageSystem::qumulo, const ReadMetadata& read = {}) {
    static const ConversionBasics general = [] {
        ConversionBasics basics;
        basics.currency = "USD";
        basics.service = "Storage";
        std::ranges::copy(attribute_names, basics.tag_keys.begin());
        return basics;
    }();
    return convert_texts(
        [&](const ConverterOutput& output) {
            return std::make_unique<StorageConverter>(system, general, terms,
                                                      BillingPeriod(2025, 1), output, read);
        },
        files);
}

std::string quotas(const std::map<std::string, std::int64_t>& bytes) {
    std::string text = "path,capacity_usage\n";
    for (const auto& [path, count] : bytes)
        text += path + "," + std::to_string(count) + "\n";
    return text;
}

/// The findings, one a line, without their help.
std::vector<std::string> told(const Converted& converted) {
    std::vector<std::string> lines;
    for (const auto& finding : converted.findings)
        lines.push_back("FB" + std::to_string(finding.code) + " " + finding.message +
                        (finding.value.empty() ? "" : " | " + finding.value));
    return lines;
}

using Lines = std::vector<std::string>;

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

TEST_CASE("a quota that is missing on a day counts 0 on it, and so do all of an empty snapshot") {
    auto terms = terms_of("1");
    terms.snapshots = SnapshotUse::mean;
    const auto mean =
        charge(terms, {{"q_2025-01-10.csv", quotas({{"/a", 1'000'000'000}})},
                       {"q_2025-01-11.csv", quotas({})},
                       {"q_2025-01-12.csv", quotas({{"/a", 1'000'000'000}, {"/b", 1'000'000'000}})},
                       {"q_2025-01-13.csv", quotas({{"/b", 1'000'000'000}})}});
    CHECK(mean.rows.at(0).billed_cost.text() == "0.5");
    CHECK(mean.rows.at(1).billed_cost.text() == "0.5");
    CHECK(mean.rows.at(0).extras == Lines{"2000000000", "4", ""});
    CHECK(told(mean) == Lines{"FB626 the snapshot has no quotas; all of them count as 0 on this "
                              "day | 2025-01-11"});
    CHECK(mean.balanced());
}

TEST_CASE("the mean of 1, 0 and 2 TiB is 1 TiB") {
    auto terms = terms_of("6");
    terms.unit = CapacityUnit::tebibyte;
    terms.snapshots = SnapshotUse::mean;
    const auto mean = charge(terms, {{"q_2025-01-01.csv", quotas({{"/a", 1'099'511'627'776}})},
                                     {"q_2025-01-02.csv", quotas({{"/b", 1}})},
                                     {"q_2025-01-03.csv", quotas({{"/a", 2'199'023'255'552}})}});
    CHECK(mean.rows.at(0).consumed_quantity->text() == "1");
    CHECK(mean.rows.at(0).billed_cost.text() == "6");
}

TEST_CASE("snapshots with a day and without one are not mixed") {
    const auto mixed = charge(
        terms_of("1"), {{"q.csv", quotas({{"/a", 1}})}, {"q_2025-01-31.csv", quotas({{"/a", 1}})}});
    CHECK(told(mixed) ==
          Lines{"FB625 files with a day in their names are mixed with files without one"});
    CHECK(charge(terms_of("1"),
                 {{"q.csv", quotas({{"/a", 1}})}, {"q_2025-02-28.csv", quotas({{"/a", 1}})}})
              .findings.empty());
}

TEST_CASE("of a quota in two pages the larger one is charged, whichever comes first") {
    const auto small = quotas({{"/a", 1'000'000'000}});
    const auto large = quotas({{"/a", 2'000'000'000}});
    for (const auto& files :
         {std::map<std::string, std::string>{{"1.csv", small}, {"2.csv", large}},
          std::map<std::string, std::string>{{"1.csv", large}, {"2.csv", small}}}) {
        const auto converted = charge(terms_of("1"), files);
        CHECK(converted.billed().text() == "2");
        CHECK(converted.part("read before") == "1000000000");
        CHECK(converted.balanced());
        CHECK(told(converted) ==
              Lines{"FB607 the quota of /a was read before in this snapshot; it is charged once"});
    }
}

TEST_CASE("P21: a quota without logical bytes is an error; what stands in for others is told") {
    const std::map<std::string, std::string> files = {
        {"q.json", R"([{"path": "/a", "type": "directory", "usage": {"logical": 5}},
                       {"path": "/b", "type": "directory", "usage": {"physical": 7}},
                       {"path": "/c", "type": "default-user", "usage": {}}])"}};
    auto terms = terms_of("1");
    CHECK(told(charge(terms, files, StorageSystem::onefs)) ==
          Lines{"FB602 the quota of /b has no logical bytes"});
    terms.bytes = ChargedBytes::physical;
    CHECK(told(charge(terms, files, StorageSystem::onefs)) ==
          Lines{"FB623 the quota of /a has no physical bytes; it is charged by its logical bytes"});
    terms.bytes = ChargedBytes::limit;
    CHECK(told(charge(terms, files, StorageSystem::onefs)) ==
          Lines{"FB623 the quota of /a has no hard limit; it is charged by its logical bytes",
                "FB623 the quota of /b has no hard limit; it is charged by its physical bytes"});
}

TEST_CASE("what is still being counted is told where these bytes are charged") {
    const std::map<std::string, std::string> files = {
        {"q.json", R"([{"path": "/a", "type": "directory", "thresholds": {"hard": 9}, "usage":
            {"fslogical": 5, "fslogical_ready": true, "physical": 7, "physical_ready": false}}])"}};
    auto terms = terms_of("1");
    CHECK(told(charge(terms, files, StorageSystem::onefs)).empty());
    terms.bytes = ChargedBytes::limit;
    CHECK(told(charge(terms, files, StorageSystem::onefs)).empty());
    terms.bytes = ChargedBytes::physical;
    CHECK(told(charge(terms, files, StorageSystem::onefs)) ==
          Lines{"FB620 the quota of /a is still being counted; its usage may be wrong | ready: "
                "false"});
}

TEST_CASE("metadata name who pays, or that nobody does") {
    auto terms = terms_of("1");
    terms.metadata_file = ".billing.json";
    terms.metadata_root = "/mnt";
    const std::map<std::string, std::string> metadata = {
        {"/mnt/a/.billing.json", R"({"pi_email": "ada@example.edu", "active": true, "room": 7})"},
        {"/mnt/b/.billing.json", R"({"active": false})"},
        {"/mnt/c/.billing.json", R"(["ada"])"},
        {"/mnt/d/../a/.billing.json", R"({"pi_email": "ada@example.edu"})"}};
    Lines asked;
    const auto read = [&](const std::string& path) {
        asked.push_back(path);
        const auto found = metadata.find(path);
        return found == metadata.end() ? std::nullopt : std::optional(found->second);
    };
    const auto converted =
        charge(terms, {{"q.csv", quotas({{"/a", 1}, {"/b", 20}, {"/c", 300}, {"/d/../a", 4'000}})}},
               StorageSystem::qumulo, read);
    CHECK(converted.rows.at(0).tags.size() == 2);
    CHECK(converted.rows.size() == 3);
    CHECK(converted.part("inactive") == "20");
    CHECK(converted.part("charged") == "4301");
    CHECK(converted.balanced());
    CHECK(told(converted) ==
          Lines{"FB627 the quota of /b is not charged: it is not active | /mnt/b/.billing.json",
                "FB611 the metadata are no JSON object of texts"});
    CHECK(asked == Lines{"/mnt/a/.billing.json", "/mnt/b/.billing.json", "/mnt/c/.billing.json"});
}

TEST_CASE("the order of files and of quotas does not matter", "[property]") {
    CHECK(rc::check([] {
        std::vector<std::string> pages;
        const auto count = *rc::gen::inRange<std::size_t>(1, 5);
        for (std::size_t page = 0; page < count; ++page) {
            std::string text = "path,capacity_usage\n";
            for (const auto number :
                 *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 9))) {
                const std::string folder = number % 2 == 0 ? "/x/" : "/x/y/";
                text += folder + std::to_string(number / 2) + "," +
                        std::to_string(*rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000)) +
                        "\n";
            }
            pages.push_back(text + "/x," + std::to_string(page) + "\n");
        }
        const auto costs = [&](const std::vector<std::string>& texts) {
            std::map<std::string, std::string> files;
            for (std::size_t i = 0; i < texts.size(); ++i)
                files.emplace("page" + std::to_string(i) + ".csv", texts[i]);
            auto terms = terms_of("0.01");
            terms.nested = NestedQuotas::inner;
            const auto converted = charge(terms, files);
            RC_ASSERT(converted.balanced());
            Lines lines;
            for (const auto& row : converted.rows)
                lines.push_back(row[FocusText::resource_id] + " " + row.billed_cost.text());
            return lines;
        };
        const auto first = costs(pages);
        std::ranges::reverse(pages);
        RC_ASSERT(costs(pages) == first);
    }));
}

}  // namespace focus_billing
