#include "convert/provider_dates.hpp"

#include <catch2/catch.hpp>

#include "convert/azure_local/machine_inventory.hpp"

namespace focus_billing {
namespace {

std::string shown(const std::optional<Instant>& time) {
    return time ? instant_text(*time) : "none";
}

}  // namespace

TEST_CASE("dates of providers are ISO 8601, or begin with the month") {
    CHECK(shown(parse_provider_date("09/21/2023")) == "2023-09-21T00:00:00Z");
    CHECK(shown(parse_provider_date("1/5/2026")) == "2026-01-05T00:00:00Z");
    CHECK(shown(parse_provider_date("2023-11-01T00:00:00.000Z")) == "2023-11-01T00:00:00Z");
    for (const auto* text : {"21/09/2023", "9/2023", "1/5/26", "", "garbage", "1//2025"})
        CHECK(shown(parse_provider_date(text)) == "none");
    CHECK(month_of(*parse_provider_date("12/31/2024")).text() == "2024-12");
}

TEST_CASE("times of inventories are those of PowerShell and Azure") {
    CHECK(shown(parse_machine_time("/Date(1736899200000)/")) == "2025-01-15T00:00:00Z");
    CHECK(shown(parse_machine_time("2025-01-15T08:00:00.1234567-05:00")) ==
          "2025-01-15T13:00:00.1234567Z");
    CHECK(shown(parse_machine_time("1/15/2025 8:00:00 AM")) == "2025-01-15T00:00:00Z");
    CHECK(shown(parse_machine_time("/Date(x)/")) == "none");
}

}  // namespace focus_billing
