#include "focus_billing/format/escape.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

using namespace focus_billing;

TEST_CASE("base64 has the examples of RFC 4648", "[base64]") {
    CHECK(base64_text("").empty());
    CHECK(base64_text("f") == "Zg==");
    CHECK(base64_text("fo") == "Zm8=");
    CHECK(base64_text("foo") == "Zm9v");
    CHECK(base64_text("foobar") == "Zm9vYmFy");
    CHECK(base64_bytes("Zm8=") == "fo");
}

TEST_CASE("any bytes come back from base64", "[base64]") {
    rc::prop("for any bytes", [](const std::string& bytes) {
        RC_ASSERT(base64_bytes(base64_text(bytes)) == bytes);
    });
}

TEST_CASE("what base64 does not write is not read", "[base64]") {
    for (const char* text :
         {"Z", "Zg", "Zg=", "Zh==", " Zg==", "Zg==\n", "Zm9v!", "====", "Zg==Zg=="})
        CHECK_FALSE(base64_bytes(text).has_value());
}
