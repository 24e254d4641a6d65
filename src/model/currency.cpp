#include "focus_billing/model/currency.hpp"

#include <array>
#include <cstdint>

namespace focus_billing {

namespace {

constexpr std::string_view without_minor_unit =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";

constexpr std::string_view with_three_decimals = "BHD IQD JOD KWD LYD OMR TND";

constexpr std::string_view with_two_decimals =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD "
    "CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD "
    "GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD "
    "MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP "
    "PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB "
    "TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG ZWL";

constexpr std::size_t letters = 26;
constexpr std::int8_t unknown = -1;

using MinorUnits = std::array<std::int8_t, letters * letters * letters>;

constexpr bool is_capital(char character) {
    return character >= 'A' && character <= 'Z';
}

constexpr std::size_t slot(std::string_view code) {
    std::size_t result = 0;
    for (const char character : code) {
        result = result * letters + static_cast<std::size_t>(character - 'A');
    }
    return result;
}

constexpr void enter(MinorUnits& units, std::string_view codes, std::int8_t decimals) {
    for (std::size_t start = 0; start < codes.size(); start += 4) {
        units[slot(codes.substr(start, 3))] = decimals;
    }
}

constexpr MinorUnits all_minor_units() {
    MinorUnits units{};
    units.fill(unknown);
    enter(units, without_minor_unit, 0);
    enter(units, with_two_decimals, 2);
    enter(units, with_three_decimals, 3);
    return units;
}

constexpr MinorUnits minor_units = all_minor_units();

}  // namespace

std::optional<int> minor_unit(std::string_view code) {
    if (code.size() != 3 || !is_capital(code[0]) || !is_capital(code[1]) || !is_capital(code[2])) {
        return std::nullopt;
    }
    const std::int8_t decimals = minor_units[slot(code)];
    if (decimals == unknown) {
        return std::nullopt;
    }
    return decimals;
}

bool is_currency(std::string_view code) {
    return minor_unit(code).has_value();
}

}  // namespace focus_billing
