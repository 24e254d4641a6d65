#include "render/html/page_style.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

TEST_CASE("a dark colour stays as it is") {
    const auto colors = accent_colors("#1F4E79");
    CHECK(colors.band == "#1F4E79");
    CHECK(colors.mark == "#1F4E79");
    CHECK(colors.text == "#1F4E79");
}

TEST_CASE("a light colour is darkened until it can be read") {
    const auto yellow = accent_colors("#ffcc00");
    CHECK(yellow.band == "#FFCC00");
    CHECK(yellow.mark == "#AD8A00");
    CHECK(yellow.text == "#896E00");
    CHECK(accent_colors("#FFFFFF").text == "#707070");
}

TEST_CASE("what is no colour is taken for the usual one") {
    for (const auto* text : {"", "red", "#12345", "#1234567", "#12345G", "#-12345", "# 12345"}) {
        CAPTURE(text);
        CHECK(accent_colors(text).band == "#1F4E79");
    }
}
