#include "focus_billing/format/time_zone.hpp"

#include <catch2/catch.hpp>

namespace focus_billing {
namespace {

// 2025-03-09 and 2025-11-02: clocks change in New York.
constexpr std::int64_t march_9 = 1'741'478'400;
constexpr std::int64_t november_2 = 1'762'041'600;

TimeZone zone(const std::string& name) {
    return std::move(*TimeZone::find(name));
}

}  // namespace

TEST_CASE("months begin at midnight of the zone") {
    auto utc = zone("UTC");
    CHECK(instant_text(utc.month({2025, 1}).start) == "2025-01-01T00:00:00Z");
    auto new_york = zone("America/New_York");
    CHECK(instant_text(new_york.month({2025, 3}).start) == "2025-03-01T05:00:00Z");
    CHECK(instant_text(new_york.month({2025, 3}).end) == "2025-04-01T04:00:00Z");
    CHECK_FALSE(TimeZone::find("Europe/Zurik"));
}

TEST_CASE("a time on the clock may mean two instants, or none") {
    auto new_york = zone("America/New_York");
    const auto twice = new_york.meaning({november_2 + 90 * 60});
    REQUIRE(twice.second);
    CHECK(twice.second->seconds - twice.first.seconds == 3600);
    const auto never = new_york.meaning({march_9 + 150 * 60});
    CHECK_FALSE(never.exists);
    CHECK(instant_text(never.first) == "2025-03-09T07:00:00Z");
    CHECK(instant_text(new_york.meaning({march_9 + 12 * 3600}).first) == "2025-03-09T16:00:00Z");
}

TEST_CASE("days of the zone have 23 to 25 hours") {
    auto new_york = zone("America/New_York");
    const auto start = new_york.meaning({march_9}).first;
    CHECK(new_york.next_day(start).seconds - start.seconds == 23 * 3600);
    const auto autumn = new_york.meaning({november_2}).first;
    CHECK(new_york.next_day(autumn).seconds - autumn.seconds == 25 * 3600);
    CHECK(instant_text(new_york.day_in_utc({start.seconds - 1, 0})) == "2025-03-08T00:00:00Z");
}

}  // namespace focus_billing
