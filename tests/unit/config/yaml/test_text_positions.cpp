#include "config/yaml/build_yaml.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

namespace {

std::string at(std::string_view text, std::size_t offset) {
    const TextPosition position = TextPositions(text).at(offset);
    return std::to_string(position.line) + ":" + std::to_string(position.column);
}

std::string dash(std::string_view text) {
    const auto position = TextPositions(text).dash_before(text.size());
    return position ? std::to_string(position->line) + ":" + std::to_string(position->column)
                    : "none";
}

}  // namespace

TEST_CASE("an offset has a line and a column", "[config]") {
    CHECK(at("", 0) == "1:1");
    CHECK(at("ab\ncd", 0) == "1:1");
    CHECK(at("ab\ncd", 2) == "1:3");
    CHECK(at("ab\ncd", 3) == "2:1");
    CHECK(at("ab\ncd", 5) == "2:3");
    CHECK(at("ab\ncd", 99) == "2:3");
    CHECK(at("\n\n", 2) == "3:1");
}

TEST_CASE("columns count characters", "[config]") {
    CHECK(at("\xC3\xA9\xE2\x82\xAC: x", 5) == "1:3");
    CHECK(at("\xC3\xA9\n\xC3\xA9x", 5) == "2:2");
}

TEST_CASE("the dash of an empty entry is found", "[config]") {
    CHECK(dash("a:\n  -\n") == "2:3");
    CHECK(dash("a:\n  - # why\n\n  # more\n  ") == "2:3");
    CHECK(dash("-") == "1:1");
    CHECK(dash("a: b\n") == "none");
    CHECK(dash("# only\n") == "none");
    CHECK(dash("") == "none");
    CHECK(dash("- b\nc\n") == "none");
    CHECK(dash("-\n" + std::string(2000, ' ')) == "none");
}
