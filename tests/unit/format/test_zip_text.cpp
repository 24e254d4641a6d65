#include "focus_billing/format/zip_text.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

// tests/journals/read_back reads such an archive with another program.
TEST_CASE("an archive is the same for the same file and day") {
    const auto archive = zip_text("GlInterface.csv", "NEW,300\r\n", "2025-01-31");
    CHECK(archive.substr(0, 4) == "PK\x03\x04");
    CHECK(archive.find("GlInterface.csv") != std::string::npos);
    CHECK(archive == zip_text("GlInterface.csv", "NEW,300\r\n", "2025-01-31"));
    CHECK(archive != zip_text("GlInterface.csv", "NEW,300\r\n", "2025-02-01"));
    CHECK(archive != zip_text("GlInterface.csv", "NEW,301\r\n", "2025-01-31"));
    CHECK_FALSE(zip_text("a", "", "2025-01-31").empty());
}
