#include "config/read_values.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

TEST_CASE("the folder of a path", "[config]") {
    CHECK(folder_of("site.yaml") == "");
    CHECK(folder_of("/site.yaml") == "/");
    CHECK(folder_of("/etc/billing/site.yaml") == "/etc/billing/");
    CHECK(folder_of("../site.yaml") == "../");
}

TEST_CASE("a relative path begins in the folder", "[config]") {
    CHECK(resolve_path("b.db", "") == "b.db");
    CHECK(resolve_path("b.db", "/etc") == "/etc/b.db");
    CHECK(resolve_path("b.db", "/etc/") == "/etc/b.db");
    CHECK(resolve_path("../b.db", "conf/") == "conf/../b.db");
    CHECK(resolve_path("/b.db", "/etc/") == "/b.db");
}
