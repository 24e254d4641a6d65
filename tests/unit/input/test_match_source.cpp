#include "focus_billing/input/match_source.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

namespace {

std::vector<KnownSource> sources(const std::vector<std::string>& patterns) {
    std::vector<KnownSource> all;
    for (const auto& pattern : patterns) {
        KnownSource source;
        source.name = "of " + pattern;
        source.pattern = pattern;
        all.push_back(source);
    }
    return all;
}

/// The pattern that a file fits, with that of a rival, or "none".
std::string matched(std::string_view file, const std::vector<std::string>& patterns) {
    const auto all = sources(patterns);
    const auto match = match_source(file, all);
    if (match.source == nullptr)
        return "none";
    return match.source->pattern + (match.rival == nullptr ? "" : " or " + match.rival->pattern);
}

}  // namespace

TEST_CASE("a plain pattern is contained in the base name, without case", "[source]") {
    CHECK(matched("exports/AWS_2025-01.csv", {"aws"}) == "aws");
    CHECK(matched("my-aws-export.csv.gz", {"AWS"}) == "AWS");
    CHECK(matched("/data/aws/january.csv", {"aws"}) == "none");
    CHECK(matched("azure.csv", {"aws"}) == "none");
    CHECK(matched("", {"aws"}) == "none");
}

TEST_CASE("a pattern with a wildcard is for the whole name", "[source]") {
    CHECK(matched("aws-2025-01.csv", {"aws-*.csv"}) == "aws-*.csv");
    CHECK(matched("my-aws-2025-01.csv", {"aws-*.csv"}) == "none");
    CHECK(matched("Q1.csv", {"q[1-4].csv"}) == "q[1-4].csv");
    CHECK(matched("q5.csv", {"q[1-4].csv"}) == "none");
    CHECK(matched("a.csv", {"?.csv"}) == "?.csv");
    CHECK(matched("ab.csv", {"?.csv"}) == "none");
}

TEST_CASE("the longest matching pattern wins", "[source]") {
    CHECK(matched("azure-local-2025.csv", {"azure", "azure-local"}) == "azure-local");
    CHECK(matched("azure-local-2025.csv", {"azure-local", "azure"}) == "azure-local");
    CHECK(matched("azure-2025.csv", {"azure-local", "azure"}) == "azure");
}

TEST_CASE("two patterns of one length are rivals, unless a longer one fits", "[source]") {
    CHECK(matched("hpc-aws.csv", {"aws", "hpc"}) == "aws or hpc");
    CHECK(matched("hpc-aws.csv", {"aws", "hpc", "hpc-"}) == "hpc-");
    CHECK(matched("hpc-aws.csv", {"hpc-", "aws", "hpc"}) == "hpc-");
    CHECK(matched("hpc.csv", {"aws", "hpc"}) == "hpc");
}

TEST_CASE("a source is found by its name, else by its pattern", "[source]") {
    auto all = sources({"aws", "hpc"});
    all[1].name = "AWS";
    CHECK(find_source("aws", all) == &all[1]);
    CHECK(find_source("HPC", all) == &all[1]);
    CHECK(find_source("Of AWS", all) == &all[0]);
    CHECK(find_source("aw", all) == nullptr);
    CHECK(find_source("", all) == nullptr);
}
