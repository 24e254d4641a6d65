#include "convert/azure_local/machine_notes.hpp"

#include <catch2/catch.hpp>

namespace focus_billing {
namespace {

using Lines = std::vector<std::string>;

Lines names(const std::string& json) {
    JsonValue value;
    REQUIRE_FALSE(parse_json(json, value));
    return names_in(&value);
}

std::string part(const std::string& text) {
    const auto found = part_of_percentage(text);
    return found ? found->text() : "none";
}

}  // namespace

TEST_CASE("additions are a list, a text with commas, or names with true and false") {
    CHECK(names(R"(["backup", " gpu "])") == Lines{"backup", "gpu"});
    CHECK(names(R"("backup, gpu,,")") == Lines{"backup", "gpu"});
    CHECK(names(R"({"backup": true, "gpu": false, "san": "No", "dr": null, "ha": 1})") ==
          Lines{"backup", "ha"});
    CHECK(names("null").empty());
    CHECK(names("\"\"").empty());
    CHECK(names_in(nullptr).empty());
}

TEST_CASE("percentages are numbers from 0 to 100") {
    CHECK(part("25") == "0.25");
    CHECK(part(" 12.5 % ") == "0.125");
    CHECK(part("100") == "1");
    CHECK(part("0") == "0");
    CHECK(part("101") == "none");
    CHECK(part("-1") == "none");
    CHECK(part("half") == "none");
}

}  // namespace focus_billing
