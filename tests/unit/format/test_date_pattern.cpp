#include "focus_billing/format/date_pattern.hpp"

#include <catch2/catch.hpp>

namespace focus_billing {
namespace {

std::string shown(std::string_view text, std::string_view form) {
    const auto date = parse_date(text, form);
    if (!date)
        return "none";
    return instant_text(date->instant) + (date->has_zone ? " zone" : "") +
           (date->has_day ? "" : " month");
}

}  // namespace

TEST_CASE("dates are read as their form says") {
    CHECK(shown("1/31/2025", "M/D/YYYY") == "2025-01-31T00:00:00Z");
    CHECK(shown("01/31/25", "MM/DD/YY") == "2025-01-31T00:00:00Z");
    CHECK(shown("31.01.2025", "DD.MM.YYYY") == "2025-01-31T00:00:00Z");
    CHECK(shown("20250131", "YYYYMMDD") == "2025-01-31T00:00:00Z");
    CHECK(shown("31-Jan-2025", "DD-MON-YYYY") == "2025-01-31T00:00:00Z");
    CHECK(shown("SEPTEMBER 5, 2025", "MON D, YYYY") == "2025-09-05T00:00:00Z");
    CHECK(shown("2025-01-31 07:05:09", "YYYY-MM-DD hh:mm:ss") == "2025-01-31T07:05:09Z");
    CHECK(shown("2025-01-31T07:05Z", "YYYY-MM-DDThh:mmZ") == "2025-01-31T07:05:00Z zone");
    CHECK(shown(" 2025-01-31\t", "") == "2025-01-31T00:00:00Z");
    CHECK(shown("2025-01-31T01:00:00+02:00", "") == "2025-01-30T23:00:00Z zone");
}

TEST_CASE("hours of halves of a day are those of the day") {
    CHECK(shown("1/31/2025 12:05 AM", "M/D/YYYY h:mm AM") == "2025-01-31T00:05:00Z");
    CHECK(shown("1/31/2025 12:05 pm", "M/D/YYYY h:mm AM") == "2025-01-31T12:05:00Z");
    CHECK(shown("1/31/2025 11:05 PM", "M/D/YYYY h:mm AM") == "2025-01-31T23:05:00Z");
    CHECK(shown("1/31/2025 13:05 PM", "M/D/YYYY h:mm AM") == "none");
    CHECK(shown("1/31/2025 0:05 AM", "M/D/YYYY h:mm AM") == "none");
    CHECK(shown("1/31/2025 1:05 XM", "M/D/YYYY h:mm AM") == "none");
}

TEST_CASE("a date without a day is a month") {
    CHECK(shown("202501", "YYYYMM") == "2025-01-01T00:00:00Z month");
    CHECK(shown("Feb 25", "MON YY") == "2025-02-01T00:00:00Z month");
}

TEST_CASE("seconds and milliseconds since 1970 are instants") {
    CHECK(shown("1738281600", "unix") == "2025-01-31T00:00:00Z zone");
    CHECK(shown("1738281600250", "unix_ms") == "2025-01-31T00:00:00.25Z zone");
    for (const auto* text : {"-5", "", "1.5", "99999999999999999999", "253402300800"})
        CHECK(shown(text, "unix") == "none");
}

TEST_CASE("what has another form is no date") {
    for (const auto* text : {"31/1/2025", "2/30/2025", "1/31/2025 x", "1/31/25", "1/31/02025", "",
                             "/1/2025", "1-31-2025"})
        CHECK(shown(text, "M/D/YYYY") == "none");
    CHECK(shown("25-01-31", "YYYY-MM-DD") == "none");
    CHECK(shown("2025-1-31", "YYYY-MM-DD") == "none");
    CHECK(shown("2025115", "YYYYMMDD") == "none");
    CHECK(shown("31-Janu-2025", "DD-MON-YYYY") == "none");
    CHECK(shown("01/02/2025", "") == "none");
}

TEST_CASE("a form that cannot be is told") {
    for (const auto* form : {"YYYY-MM-DD", "D.M.YY", "YYYYMM", "unix", "unix_ms", "DD-MON-YYYY",
                             "YYYY-MM-DDThh:mm:ssZ", "M/D/YYYY h:mm:ss AM", "YYYY"})
        CHECK(date_form_fault(form).empty());
    CHECK(date_form_fault("yyyy-mm-dd") == "'y' is no part of a date");
    CHECK(date_form_fault("MM/DD") == "it has no year: YYYY or YY");
    CHECK(date_form_fault("") == "it has no year: YYYY or YY");
    CHECK(date_form_fault("YYYY-mm-DD") ==
          "it has a day and no month: MM, M or MON (mm are minutes)");
    CHECK(date_form_fault("YYYY-MM hh:mm") == "it has an hour and no day: DD or D");
    CHECK(date_form_fault("YYYY-MM-DD mm:ss") ==
          "it has parts of an hour and no hour: hh or h (months are MM)");
    CHECK(date_form_fault("YYYY-MM-DD hh:ss") == "it has seconds and no minutes: mm");
    CHECK(date_form_fault("YYYY-MM-DD YY") == "it has 'YY' where that part was before");
    CHECK(date_form_fault("YYYYMD") == "nothing stands between M and D");
}

}  // namespace focus_billing
