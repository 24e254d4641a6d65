#include "focus_billing/format/base64.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

TEST_CASE("base64 as in RFC 4648, section 10") {
    CHECK(base64_text("") == "");
    CHECK(base64_text("f") == "Zg==");
    CHECK(base64_text("fo") == "Zm8=");
    CHECK(base64_text("foobar") == "Zm9vYmFy");
    CHECK(base64_text(std::string("\0\xFF\xFE", 3)) == "AP/+");
    CHECK(base64_text(std::string(300, 'a')).size() == 400);
}
