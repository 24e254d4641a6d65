#include "focus_billing/format/json.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

namespace {

std::string json_of(std::string_view text) {
    std::string json = "x";
    append_json_string(text, json);
    return json;
}

}  // namespace

TEST_CASE("a text becomes a JSON string, with no more escapes than it needs", "[json]") {
    CHECK(json_of("") == "x\"\"");
    CHECK(json_of("Zürich / a") == "x\"Zürich / a\"");
    CHECK(json_of("a \"b\" \\ c\n\t\x01") == "x\"a \\\"b\\\" \\\\ c\\u000a\\u0009\\u0001\"");
    CHECK(json_of(std::string_view("a\0b", 3)) == "x\"a\\u0000b\"");
}
