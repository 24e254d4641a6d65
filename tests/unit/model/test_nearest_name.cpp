#include "focus_billing/model/nearest_name.hpp"

#include <array>

#include <catch2/catch.hpp>

using focus_billing::nearest_name;
using Names = std::vector<std::string>;

namespace {

std::string nearest(std::string_view wrong, const Names& names) {
    return nearest_name(wrong, names).value_or("(none)");
}

}  // namespace

TEST_CASE("one typing slip is seen through", "[nearest_name]") {
    const Names names = {"name", "pattern", "fund_org", "account_code"};
    CHECK(nearest("patern", names) == "pattern");
    CHECK(nearest("patterns", names) == "pattern");
    CHECK(nearest("pattarn", names) == "pattern");
    CHECK(nearest("apttern", names) == "pattern");
    CHECK(nearest("fundorg", names) == "fund_org");
    CHECK(nearest("acount_cdoe", names) == "account_code");
}

TEST_CASE("exchanged neighbours count as one slip", "[nearest_name]") {
    CHECK(nearest("hcp", {"hpc"}) == "hpc");
    CHECK(nearest("wsa", {"aws"}) == "(none)");
}

TEST_CASE("case does not count", "[nearest_name]") {
    CHECK(nearest("YOURSOURCE", {"AWS", "YourSource"}) == "YourSource");
    CHECK(nearest("us", {"US"}) == "US");
}

TEST_CASE("a far name is not offered", "[nearest_name]") {
    CHECK(nearest("colour", {"name", "pattern"}) == "(none)");
    CHECK(nearest("", {"a", "name"}) == "(none)");
    CHECK(nearest("ab", {"ac"}) == "(none)");
    CHECK(nearest("name", {}) == "(none)");
    CHECK(nearest("abcdef", {"abcxyz"}) == "(none)");
    CHECK(nearest("abcdef", {"abcdxy"}) == "abcdxy");
}

TEST_CASE("of equally near names the first is taken", "[nearest_name]") {
    CHECK(nearest("aws", {"awt", "awr"}) == "awt");
    CHECK(nearest("aws", {"awr", "awt"}) == "awr");
    CHECK(nearest("pattern", {"patter", "pattern"}) == "pattern");
}

TEST_CASE("very long texts get no suggestion and cost nothing", "[nearest_name]") {
    const std::string text(10'000'000, 'a');
    CHECK(nearest(text, {text, "a"}) == "(none)");
    CHECK(nearest("a", {text}) == "(none)");
}

TEST_CASE("names may be views", "[nearest_name]") {
    static constexpr std::array<std::string_view, 2> names = {"text", "json"};
    CHECK(nearest_name("jsno", names) == "json");
}
