#include "focus_billing/model/rounding.hpp"

#include <catch2/catch.hpp>

namespace focus_billing {

TEST_CASE("a percentage has a tenth, rounded half away from zero") {
    const auto of = [](const char* part, const char* whole) {
        return percentage(DecimalSum::parse(part).value(), DecimalSum::parse(whole).value());
    };
    CHECK(of("1", "3") == "33.3");
    CHECK(of("-1", "3") == "-33.3");
    CHECK(of("1", "-3") == "33.3");
    CHECK(of("0.05", "100") == "0.1");
    CHECK(of("0.049", "100") == "0.0");
    CHECK(of("0", "7") == "0.0");
    CHECK(of("7", "0").empty());
    CHECK(of("12345", "1") == "1234500.0");
}

}  // namespace focus_billing
