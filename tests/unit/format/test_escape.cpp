#include "focus_billing/format/escape.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

TEST_CASE("what means something in HTML is written as a reference") {
    CHECK(html_text("a<b>&\"c'") == "a&lt;b&gt;&amp;&quot;c&#39;");
    CHECK(html_text("é 王\t\r\n") == "é 王\t\r\n");
    CHECK(html_text(std::string("\0\x1B\x7F", 3)) == "���");
}
