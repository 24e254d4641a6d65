#include "focus_billing/format/number_format.hpp"

#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

namespace focus_billing {
namespace {

std::string shown(std::string_view text, char decimal, char thousands) {
    const auto parsed = parse_grouped_number(text, {.decimal = decimal, .thousands = thousands});
    return parsed.fault == DecimalFault::none ? parsed.value.text() : "none";
}

}  // namespace

TEST_CASE("numbers are read with the separators of their file") {
    CHECK(shown("1234.50", '.', '\0') == "1234.5");
    CHECK(shown("1.200,00", ',', '.') == "1200");
    CHECK(shown("-1.234.567,25", ',', '.') == "-1234567.25");
    CHECK(shown("1,234,567.25", '.', ',') == "1234567.25");
    CHECK(shown("1'234.5", '.', '\'') == "1234.5");
    CHECK(shown("1\xE2\x80\x99"
                "234.5",
                '.', '\'') == "1234.5");
    CHECK(shown("1 234,5", ',', ' ') == "1234.5");
    CHECK(shown("1\xC2\xA0"
                "234,5",
                ',', ' ') == "1234.5");
    CHECK(shown("1\xE2\x80\xAF"
                "234,5",
                ',', ' ') == "1234.5");
    CHECK(shown("1234,5", ',', '.') == "1234.5");
    CHECK(shown("0,5", ',', '\0') == "0.5");
    CHECK(shown("1,5E3", ',', '\0') == "1500");
}

TEST_CASE("a separator in another place is no number, and never another number") {
    for (const auto* text : {"1.5", "1.50", "12.3456", "1234.567", ".123", "1..234", "1.234.56",
                             "1.234,5.6", "1.23a", "-.123", "", "-", "1,2,3"})
        CHECK(shown(text, ',', '.') == "none");
    for (const auto* text : {"1.5", "1.200,00"})
        CHECK(shown(text, ',', '\0') == "none");
    CHECK(shown("1,200", '.', '\0') == "none");
    CHECK(shown("1,5", '.', ',') == "none");
    CHECK(shown("1 234", '.', ',') == "none");
}

TEST_CASE("any number comes back from any way of writing it", "[property]") {
    CHECK(rc::check([] {
        const auto whole = *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
        const auto cents = *rc::gen::inRange(10, 100);
        const auto [decimal, thousands] = *rc::gen::element(
            std::pair{',', '.'}, std::pair{'.', ','}, std::pair{',', ' '}, std::pair{'.', '\''});
        std::string digits = std::to_string(whole < 0 ? -whole : whole);
        const auto exact = (whole < 0 ? "-" : "") + digits + "." + std::to_string(cents);
        for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
            digits.insert(static_cast<std::size_t>(at), 1, thousands);
        const auto written = (whole < 0 ? "-" : "") + digits + decimal + std::to_string(cents);
        RC_ASSERT(shown(written, decimal, thousands) == parse_decimal(exact).value.text());
    }));
}

}  // namespace focus_billing
