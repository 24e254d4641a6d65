#include "focus_billing/format/timestamp.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <chrono>

using namespace focus_billing;

namespace {

/// The instant that is read, with marks, or "no date".
std::string read(std::string_view text) {
    const auto stamp = parse_timestamp(text);
    if (!stamp)
        return "no date";
    return instant_text(stamp->instant) + (stamp->date_only ? " date" : "") +
           (stamp->has_zone ? " zone" : "");
}

std::string two_digits(int number) {
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string four_digits(int number) {
    return two_digits(number / 100) + two_digits(number % 100);
}

}  // namespace

TEST_CASE("a bare date is midnight in UTC", "[timestamp]") {
    CHECK(read("2025-01-31") == "2025-01-31T00:00:00Z date");
    CHECK(read("0001-01-01") == "0001-01-01T00:00:00Z date");
    CHECK(read("9999-12-31") == "9999-12-31T00:00:00Z date");
}

TEST_CASE("a time of day with its zone", "[timestamp]") {
    CHECK(read("2025-01-31T12:34:56Z") == "2025-01-31T12:34:56Z zone");
    CHECK(read("2025-01-31 12:34:56Z") == "2025-01-31T12:34:56Z zone");
    CHECK(read("2025-01-31 12:34:56 UTC") == "2025-01-31T12:34:56Z zone");
    CHECK(read("2025-01-31T12:34Z") == "2025-01-31T12:34:00Z zone");
    CHECK(read("2025-01-31T02:00:00+02:00") == "2025-01-31T00:00:00Z zone");
    CHECK(read("2025-01-31T00:00:00+0200") == "2025-01-30T22:00:00Z zone");
    CHECK(read("2025-01-31T20:00:00-05") == "2025-02-01T01:00:00Z zone");
    CHECK(read("2025-01-31T20:00-05:30") == "2025-02-01T01:30:00Z zone");
    CHECK(read("2025-01-31T20:00+00:00") == "2025-01-31T20:00:00Z zone");
}

TEST_CASE("without a zone UTC is taken", "[timestamp]") {
    CHECK(read("2025-01-31T12:34:56") == "2025-01-31T12:34:56Z");
    CHECK(read("2025-01-31 12:34:56") == "2025-01-31T12:34:56Z");
    CHECK(read("2025-01-31 12:34") == "2025-01-31T12:34:00Z");
}

TEST_CASE("one to nine digits of a second", "[timestamp]") {
    CHECK(read("2025-01-31T12:34:56.5Z") == "2025-01-31T12:34:56.5Z zone");
    CHECK(read("2025-01-31T12:34:56.050Z") == "2025-01-31T12:34:56.05Z zone");
    CHECK(read("2025-01-31T12:34:56.123456789Z") == "2025-01-31T12:34:56.123456789Z zone");
    CHECK(read("2025-01-31T12:34:56.000Z") == "2025-01-31T12:34:56Z zone");
    CHECK(read("2025-01-31T12:34:56.1234567890Z") == "no date");
    CHECK(read("2025-01-31T12:34:56.Z") == "no date");
    CHECK(read("2025-01-31T12:34.5Z") == "no date");
}

TEST_CASE("days that the calendar has, and days that it has not", "[timestamp]") {
    CHECK(read("2024-02-29") == "2024-02-29T00:00:00Z date");
    CHECK(read("2000-02-29") == "2000-02-29T00:00:00Z date");
    for (const auto* day : {"2025-02-29", "1900-02-29", "2025-02-30", "2025-04-31", "2025-13-01",
                            "2025-00-01", "2025-01-00", "2025-01-32", "0000-01-01"}) {
        INFO(day);
        CHECK(read(day) == "no date");
    }
}

TEST_CASE("times that a day has not", "[timestamp]") {
    for (const auto* text : {"2025-01-31T24:00:00Z", "2025-01-31T24:00", "2025-01-31T23:60:00Z",
                             "2025-01-31T23:59:60Z", "2025-01-31T25:00", "2025-01-31T00:00+24:00",
                             "2025-01-31T00:00+02:60"}) {
        INFO(text);
        CHECK(read(text) == "no date");
    }
}

TEST_CASE("P16: only documented forms are dates", "[timestamp]") {
    for (const auto* text : {"",
                             " ",
                             "garbage-date",
                             "01/02/2025",
                             "2025/01/31",
                             "31.01.2025",
                             "20250131",
                             "2025-1-31",
                             "2025-01",
                             "25-01-31",
                             "2025-01-31 ",
                             " 2025-01-31",
                             "2025-01-31Z",
                             "2025-01-31 UTC",
                             "2025-01-31T",
                             "2025-01-31T12",
                             "2025-01-31T1:00",
                             "2025-01-31t12:00",
                             "2025-01-31T12:00z",
                             "2025-01-31T12:00:00 Z",
                             "2025-01-31T12:00:00 +02:00",
                             "2025-01-31T12:00UTC",
                             "2025-01-31T12:00 utc",
                             "2025-01-31T12:00:00 CET",
                             "2025-01-31T12:00+2",
                             "2025-01-31T12:00+02:",
                             "2025-01-31T12:00+02:0",
                             "2025-01-31T12:00+",
                             "2025-01-31  12:00",
                             "2025-01-31T12:00:00,5Z",
                             "2025-01-31T12:00:00ZZ",
                             "12025-01-31",
                             "-2025-01-31",
                             "+2025-01-31",
                             "45688",
                             "Jan 31, 2025",
                             "2025-01-31T12:00 AM"}) {
        INFO(text);
        CHECK(read(text) == "no date");
    }
    CHECK(read(std::string_view("2025-01-31\0", 11)) == "no date");
}

TEST_CASE("instants lie in the years 1 to 9999, in UTC too", "[timestamp]") {
    CHECK(read("0001-01-01T00:00+00:01") == "no date");
    CHECK(read("0001-01-01T00:01+00:01") == "0001-01-01T00:00:00Z zone");
    CHECK(read("9999-12-31T23:59:59.999999999Z") == "9999-12-31T23:59:59.999999999Z zone");
    CHECK(read("9999-12-31T23:59:59-00:01") == "no date");
}

TEST_CASE("a timestamp knows its day as it was written", "[timestamp]") {
    const auto stamp = parse_timestamp("2025-01-31T23:59:59.9+02:00");
    REQUIRE(stamp);
    CHECK(stamp->year == 2025);
    CHECK(stamp->month == 1);
    CHECK(stamp->day == 31);
    CHECK(stamp->last_second);
    CHECK(stamp->is_last_day_of_month());
    CHECK(instant_text(stamp->instant) == "2025-01-31T21:59:59.9Z");
    CHECK(instant_text(stamp->end_of_day()) == "2025-01-31T22:00:00Z");
    CHECK_FALSE(parse_timestamp("2025-01-31T23:59Z")->last_second);
    CHECK_FALSE(parse_timestamp("2025-01-30")->is_last_day_of_month());
    CHECK(parse_timestamp("2024-02-29")->is_last_day_of_month());
    CHECK_FALSE(parse_timestamp("2024-02-28")->is_last_day_of_month());
    CHECK(parse_timestamp("2025-02-28")->is_last_day_of_month());
}

TEST_CASE("dates agree with those of std::chrono", "[timestamp]") {
    using namespace std::chrono;
    CHECK(rc::check([] {
        const auto year = *rc::gen::inRange(1, 10'000);
        const auto month = *rc::gen::inRange(0, 15);
        const auto day = *rc::gen::inRange(0, 34);
        const year_month_day date{std::chrono::year{year},
                                  std::chrono::month{static_cast<unsigned>(month)},
                                  std::chrono::day{static_cast<unsigned>(day)}};
        const auto text = four_digits(year) + "-" + two_digits(month) + "-" + two_digits(day);
        const auto stamp = parse_timestamp(text);
        RC_ASSERT(stamp.has_value() == date.ok());
        if (!stamp)
            return;
        RC_ASSERT(stamp->instant.seconds == sys_seconds{sys_days{date}}.time_since_epoch().count());
        const bool is_last = date == year_month_day{date.year() / date.month() / last};
        RC_ASSERT(stamp->is_last_day_of_month() == is_last);
    }));
}

TEST_CASE("times of day agree with those of std::chrono", "[timestamp]") {
    using namespace std::chrono;
    CHECK(rc::check([] {
        const auto second = *rc::gen::inRange(0, 86'400);
        const auto minutes_east = *rc::gen::inRange(-23 * 60 - 59, 24 * 60);
        const hh_mm_ss<seconds> clock{seconds{second}};
        const int offset = std::abs(minutes_east);
        const auto text = "2025-03-01T" + two_digits(static_cast<int>(clock.hours().count())) +
                          ":" + two_digits(static_cast<int>(clock.minutes().count())) + ":" +
                          two_digits(static_cast<int>(clock.seconds().count())) +
                          (minutes_east < 0 ? "-" : "+") + two_digits(offset / 60) + ":" +
                          two_digits(offset % 60);
        const sys_seconds midnight = sys_days{2025y / March / 1};
        const auto expected = midnight + seconds{second} - minutes{minutes_east};
        const auto stamp = parse_timestamp(text);
        RC_ASSERT(stamp.has_value());
        RC_ASSERT(stamp->instant.seconds == expected.time_since_epoch().count());
        RC_ASSERT(parse_timestamp(instant_text(stamp->instant))->instant == stamp->instant);
    }));
}
