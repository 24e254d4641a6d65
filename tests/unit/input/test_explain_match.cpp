#include <catch2/catch.hpp>

#include "focus_billing/input/match_source.hpp"

namespace focus_billing {
namespace {

KnownSource source(const std::string& name, const std::string& pattern) {
    KnownSource result;
    result.name = name;
    result.pattern = pattern;
    return result;
}

const std::vector<KnownSource> sources = {
    source("Azure", "azure"), source("Azure Local", "azure-local"), source("Local", "local"),
    source("AWS", "aws"), source("Glob", "aws-[0-9]*.csv")};

std::vector<std::string> names(const SourceChoice& choice) {
    std::vector<std::string> result;
    for (const auto* fitting : choice.fitting)
        result.push_back(fitting->name);
    return result;
}

}  // namespace

TEST_CASE("the fitting sources come with the longest pattern first") {
    const auto choice = explain_match("in/AZURE-local.csv", sources);
    CHECK(names(choice) == std::vector<std::string>{"Azure Local", "Azure", "Local"});
    REQUIRE(choice.source() != nullptr);
    CHECK(choice.source()->name == "Azure Local");
    CHECK(choice.near == nullptr);
}

TEST_CASE("equally long patterns are all counted, and none is chosen") {
    const auto choice = explain_match("local_azure.csv", sources);
    CHECK(names(choice) == std::vector<std::string>{"Azure", "Local"});
    CHECK(choice.longest == 2);
    CHECK(choice.source() == nullptr);
}

TEST_CASE("a near pattern is found by the words of the name") {
    const auto near = [](const std::string& file) {
        const auto* found = explain_match(file, sources).near;
        return found == nullptr ? "" : found->name;
    };
    CHECK(near("2025 azrue.csv") == "Azure");
    CHECK(near("azurelocal_x/azrue-loacl_202501.csv") == "Azure Local");
    CHECK(near("bills.csv") == "");
    CHECK(near("") == "");
    CHECK(explain_match("azrue.csv", {}).near == nullptr);
}

TEST_CASE("the explanation agrees with the match that ingest makes") {
    for (const std::string file : {"azure.csv", "azure-local.csv", "local_azure.csv", "aws-1.csv",
                                   "aws.csv", "bills.csv", "", "aws/bills.csv"}) {
        INFO(file);
        const auto choice = explain_match(file, sources);
        const auto match = match_source(file, sources);
        CHECK(choice.source() == (match.rival == nullptr ? match.source : nullptr));
        CHECK((choice.longest > 1) == (match.rival != nullptr));
    }
}

}  // namespace focus_billing
