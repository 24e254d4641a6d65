#include "focus_billing/format/escape.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

TEST_CASE("a path is a link that is nothing else") {
    CHECK(relative_link("html/2025-01-0001_a~b.html") == "html/2025-01-0001_a~b.html");
    CHECK(relative_link("javascript:x") == "javascript%3Ax");
    CHECK(relative_link("a b?c#d%e&\"") == "a%20b%3Fc%23d%25e%26%22");
    CHECK(relative_link("é") == "%C3%A9");
}
