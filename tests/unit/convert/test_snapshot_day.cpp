#include "convert/provider_dates.hpp"

#include <catch2/catch.hpp>

using namespace focus_billing;

TEST_CASE("the day of a snapshot is the first date in its file's name") {
    CHECK(snapshot_day("quotas_2025-01-31.json") == "2025-01-31");
    CHECK(snapshot_day("20250131_quotas_20250228.csv") == "2025-01-31");
    CHECK(snapshot_day("/data/2024-12-31/quotas_20250131_p2.json") == "2025-01-31");
    CHECK(snapshot_day("q-2024-02-29T23:30.json") == "2024-02-29");
}

TEST_CASE("what is no day of the calendar, or part of a longer number, is none") {
    for (const auto* name :
         {"quotas.json", "<stdin>", "q_2025-02-29.json", "q_20251332.json", "q_120250131.json",
          "q_202501310.json", "q_2025-01-311.json", "2025-01-31/quotas.json", "q_2025-1-31.json"}) {
        INFO(name);
        CHECK(snapshot_day(name).empty());
    }
    CHECK(snapshot_day("q_20251332_2025-01-31.json") == "2025-01-31");
}
