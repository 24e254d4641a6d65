#include "focus_billing/model/text_template.hpp"

#include <catch2/catch.hpp>

namespace focus_billing {
namespace {

std::string shown(std::string_view text) {
    std::string result;
    const bool is_whole = read_cell_template(
        text, [&](std::string_view kept) { result += kept; },
        [&](std::string_view name) { result += "<" + std::string(name) + ">"; });
    return is_whole ? result : result + "!";
}

}  // namespace

TEST_CASE("names in braces are cells, and doubled braces are braces") {
    CHECK(shown("") == "");
    CHECK(shown("plain") == "plain");
    CHECK(shown("{A} in {B, net}") == "<A> in <B, net>");
    CHECK(shown("{{{A}}}") == "{<A>}");
    CHECK(shown("{{A}}") == "{A}");
}

TEST_CASE("braces without their other half are told") {
    CHECK(shown("a {b") == "a !");
    CHECK(shown("a } b") == "a !");
    CHECK(shown("a {} b") == "a !");
    CHECK(shown("{a{b}}") == "!");
    CHECK(shown("{") == "!");
}

}  // namespace focus_billing
