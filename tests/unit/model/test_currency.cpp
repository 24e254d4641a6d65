#include "focus_billing/model/currency.hpp"

#include <catch2/catch.hpp>

using focus_billing::is_currency;
using focus_billing::minor_unit;

TEST_CASE("a currency has the decimals of ISO 4217", "[currency]") {
    CHECK(minor_unit("USD") == 2);
    CHECK(minor_unit("EUR") == 2);
    CHECK(minor_unit("AED") == 2);
    CHECK(minor_unit("ZWL") == 2);
    CHECK(minor_unit("JPY") == 0);
    CHECK(minor_unit("BIF") == 0);
    CHECK(minor_unit("XPF") == 0);
    CHECK(minor_unit("KWD") == 3);
    CHECK(minor_unit("BHD") == 3);
    CHECK(minor_unit("TND") == 3);
}

TEST_CASE("codes in which no bill is made out are no currencies", "[currency]") {
    for (const char* code :
         {"XAU", "XDR", "XXX", "XTS", "CLF", "USN", "DEM", "HRK", "AAA", "ZZZ"}) {
        CAPTURE(code);
        CHECK_FALSE(is_currency(code));
    }
}

TEST_CASE("a currency code is three capital letters", "[currency]") {
    for (const char* code :
         {"", "U", "US", "usd", "Usd", "USDX", " USD", "US$", "U D", "\xC3\xA9U"}) {
        CAPTURE(code);
        CHECK_FALSE(is_currency(code));
    }
}

TEST_CASE("ISO 4217 has the expected number of codes", "[currency]") {
    int found = 0;
    std::string code = "AAA";
    for (code[0] = 'A'; code[0] <= 'Z'; ++code[0]) {
        for (code[1] = 'A'; code[1] <= 'Z'; ++code[1]) {
            for (code[2] = 'A'; code[2] <= 'Z'; ++code[2]) {
                found += is_currency(code) ? 1 : 0;
            }
        }
    }
    CHECK(found == 159);
}
