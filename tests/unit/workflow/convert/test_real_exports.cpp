#include <catch2/catch.hpp>

#include <map>

#include "support/run_program.hpp"
#include "support/temporary_folder.hpp"

using namespace focus_billing;

namespace {

namespace fs = std::filesystem;

/// Real exports are no part of the project; where they are at hand, they lie beside it.
fs::path real_data() {
    return project_path("../shared/data");
}

bool is_missing() {
    if (fs::is_directory(real_data()))
        return false;
    WARN("skipped: ../shared/data is missing");
    return true;
}

nlohmann::json converted(const std::string& source, const std::string& file,
                         const std::string& period, const std::string& config = "{}") {
    const TemporaryFolder folder;
    const auto path = folder.write("focus-billing.yaml", config);
    return run_with(path, {"convert", source, (real_data() / file).string(), "--period", period,
                           "--json"})
        .json();
}

/// `in 5, billed 3, other months 2` of the first control total.
std::string total(const nlohmann::json& report, std::size_t number = 0) {
    const auto& totals = report.at("totals").at(number);
    auto text =
        totals.at("quantity").get<std::string>() + ": in " + totals.at("in").get<std::string>();
    for (const auto& part : totals.at("parts")) {
        text +=
            ", " + part.at("part").get<std::string>() + " " + part.at("amount").get<std::string>();
    }
    return text;
}

}  // namespace

TEST_CASE("4285 jobs of a real cluster are charged to the core-second") {
    if (is_missing())
        return;
    for (const std::string rows : {"account", "job", "day"}) {
        CAPTURE(rows);
        const auto config = "convert: {slurm: {prices: 1, rows: " + rows + "}}\n";
        const auto december = converted("slurm", "slurm/phillips.log", "2016-12", config);
        CHECK(total(december) == "core-seconds: in 42364758, after the month 6383834, billed "
                                 "35980924, no time used 0");
        CHECK(total(december, 1) ==
              "GPU-seconds: in 1824886, after the month 149112, billed 1675774, no time used 0");
        const auto january = converted("slurm", "slurm/phillips.log", "2017-01", config);
        CHECK(total(january) == "core-seconds: in 42364758, before the month 35980924, billed "
                                "6383834, no time used 0");
    }
}

TEST_CASE("JSON of both shapes, and names that are not ASCII, are read") {
    if (is_missing())
        return;
    const std::string config = "convert: {slurm: {prices: 1}}\n";
    CHECK(total(converted("slurm", "slurm/sacct-json.v0.0.40plus.example.json", "2025-01",
                          config)) == "core-seconds: in 4843104, billed 4843104");
    CHECK(total(converted("slurm", "slurm/sacct-json.v0.0.37-38.example.json", "2023-06",
                          config)) == "core-seconds: in 1736, billed 1736");
    CHECK(total(converted("slurm", "slurm/accounting-logs.log", "2015-06", config)) ==
          "core-seconds: in 77855376, after the month 4783892, billed 73071484, no time used 0");
    CHECK(total(converted("slurm", "slurm/utf8-multibyte-chars.log", "2015-06", config)) ==
          "core-seconds: in 2073600, after the month 84400, billed 1989200");
}

TEST_CASE("a real cost and usage report and real cost details keep every digit") {
    if (is_missing())
        return;
    const auto aws = converted("aws", "legacy/sample-anonymous-aws-export-dataset.csv", "2023-11");
    CHECK(aws.at("charges") == 1281);
    CHECK(total(aws) == "USD: in 1.6823086974, billed 1.6823086974");
    const auto azure = converted("azure", "legacy/EA_ActualCost_Small.csv", "2023-09");
    CHECK(azure.at("charges") == 11);
    CHECK(total(azure) == "USD: in 8.5450077867419368, billed 8.5450077867419368");
    const auto empty = converted("azure", "legacy/EA_NoRows.csv", "2023-09");
    CHECK(empty.at("charges") == 0);
    CHECK(empty.at("exit_code") == 0);
    const auto other =
        converted("aws", "legacy/sample-anonymous-aws-export-dataset.csv", "2023-12");
    CHECK(total(other) == "USD: in 1.6823086974, other months 1.6823086974");
}

TEST_CASE("quotas and usage of tokens as their systems write them are read") {
    if (is_missing())
        return;
    CHECK(total(converted("isilon", "storage-quota/onefs-quota-quotas.v8.json", "2025-01",
                          "convert: {isilon: {unit: TiB, price: 1}}\n")) ==
          "bytes: in 50, charged 50");
    CHECK(total(converted("qumulo", "storage-quota/qumulo-quotas-status.example.json", "2025-01",
                          "convert: {qumulo: {unit: TB, price: 1}}\n")) ==
          "bytes: in 501099999999, charged 501099999999");
    CHECK(total(converted("openai", "openai/chatgpt-edu-credit-usage.csv", "2026-01",
                          "convert: {openai: {pools: [{credits: 1000, amount: 40}]}}\n")) ==
          "credits: in 374.135, charged 374.135");
    const auto pools = converted("openai", "openai/chatgpt-edu-credit-usage.csv", "2026-01",
                                 "convert: {openai: {pools: [{credits: 300, amount: 10}, "
                                 "{credits: 1000, amount: 40}]}}\n");
    // The first pool is used up: 10 + 74.135 * 0.04.
    CHECK(pools.at("costs").at("USD").at("billed") == "12.9654");
    CHECK(total(converted("openai", "openai/organization-costs.example.json", "2024-11")) ==
          "USD: in 0.060012345, charged 0.060012345");
}
