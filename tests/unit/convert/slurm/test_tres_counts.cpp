#include "convert/slurm/job_pricing.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "focus_billing/format/json.hpp"
#include "focus_billing/model/decimal.hpp"

namespace focus_billing {
namespace {

std::string gpus(const std::string& tres) {
    return parse_tres(tres)->device_count("gres/gpu").text();
}

std::string units(const std::string& tres, const std::map<std::string, std::string>& weights) {
    std::map<std::string, Decimal> decimals;
    for (const auto& [name, weight] : weights)
        decimals[name] = parse_decimal(weight).value;
    return weighted_units(*parse_tres(tres), decimals).text();
}

}  // namespace

TEST_CASE("generic and typed entries tell of the same GPUs") {
    CHECK(gpus("") == "0");
    CHECK(gpus("billing=12,cpu=12,gres/gpu=2,mem=31000M,node=1") == "2");
    CHECK(gpus("cpu=4,gres/gpu=2,gres/gpu:a100=2") == "2");
    CHECK(gpus("gres/gpu:a100=2,gres/gpu:v100=3") == "5");
    CHECK(gpus("gres/gpumem=40G,gres/shard=3,cpu=1") == "0");
}

TEST_CASE("the vectors of real allocations have their GPUs") {
    const std::filesystem::path file = std::filesystem::path(FOCUS_BILLING_PROJECT_DIR) /
                                       "../shared/data/slurm/alloc-tres-gpu-count.json";
    if (!std::filesystem::exists(file)) {
        WARN("skipped: ../shared/data/slurm is missing");
        return;
    }
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    JsonValue vectors;
    REQUIRE_FALSE(parse_json(text.str(), vectors));
    CHECK(vectors.items.size() == 9);
    for (const auto& vector : vectors.items) {
        CAPTURE(vector.items[0].text);
        CHECK(gpus(vector.items[0].text) == vector.items[1].text);
    }
}

TEST_CASE("what is given is weighed by resource, and by type where that has a weight") {
    CHECK(units("cpu=12,mem=31000M", {{"cpu", "1"}}) == "12");
    CHECK(units("cpu=4,mem=62.50G", {{"cpu", "1"}, {"mem", "0.25"}}) == "19.625");
    CHECK(units("mem=3000M", {{"mem", "1"}}) == "2.9296875");
    CHECK(units("mem=1T", {{"mem", "1"}}) == "1024");
    CHECK(units("mem=1048576K", {{"mem", "1"}}) == "1");
    CHECK(units("billing=7,cpu=4", {{"billing", "1"}}) == "7");
    CHECK(units("cpu=4,gres/gpu=2", {{"cpu", "1"}, {"gres/gpu", "8"}}) == "20");
    CHECK(units("gres/gpu=3,gres/gpu:a100=2", {{"gres/gpu", "1"}, {"gres/gpu:a100", "10"}}) ==
          "21");
    CHECK(units("node=3", {{"cpu", "1"}}) == "0");
}

TEST_CASE("counts that are no numbers are refused, and what is not counted passed over") {
    CHECK_FALSE(parse_tres("cpu=four"));
    CHECK_FALSE(parse_tres("cpu"));
    CHECK_FALSE(parse_tres("cpu=-1"));
    CHECK_FALSE(parse_tres("mem=1X"));
    CHECK(parse_tres("energy=18446744073709551614,license/x=1,fs/disk=3,cpu=1")->cpu ==
          Decimal::of(1, 0));
}

}  // namespace focus_billing
